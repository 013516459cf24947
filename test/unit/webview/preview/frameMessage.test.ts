import assert from 'node:assert/strict';
import { readFrameMessage } from '../../../../src/webview/preview/frameMessage.ts';

const violation = {
  rule: 'color-contrast',
  impact: 'serious',
  help: 'Elements must have contrast',
  count: 2,
  elements: [{ selector: '.a', why: 'too faint' }],
};

describe('a message of a frame', () => {
  it('is read in its shape, and without anything beside it', () => {
    const read = readFrameMessage({
      type: 'frame-checked',
      extra: 1,
      payload: { violations: [{ ...violation, html: '<b>' }], more: 2 },
    });
    assert.deepEqual(read, { type: 'frame-checked', payload: { violations: [violation] } });
    assert.deepEqual(readFrameMessage({ type: 'frame-checked', payload: { violations: null } }), {
      type: 'frame-checked',
      payload: { violations: null },
    });
  });

  it('may be a picture, and none where it is anything else', () => {
    const read = (png: unknown) => readFrameMessage({ type: 'frame-pictured', payload: { png } })?.payload;
    const png = Uint8Array.of(
      0x89,
      0x50,
      0x4e,
      0x47,
      0x0d,
      0x0a,
      0x1a,
      0x0a,
      0,
      0,
      0,
      13,
      0x49,
      0x48,
      0x44,
      0x52,
    ).buffer;
    assert.deepEqual(read(png), { png });
    for (const other of [null, 'data:image/png;base64,', new ArrayBuffer(16), { byteLength: 1 }]) {
      assert.deepEqual(read(other), { png: null });
    }
  });

  const bad: Readonly<Record<string, unknown>> = {
    nothing: null,
    text: 'frame-ready',
    list: [{ type: 'frame-ready', payload: {} }],
    'no payload': { type: 'frame-ready' },
    'unknown type': { type: 'view-replaced', payload: {} },
    'inherited type': { type: 'constructor', payload: {} },
    'message for the host': { type: 'scripts-asked', payload: { side: 'left' } },
    'ratio beyond': { type: 'frame-scrolled', payload: { ratio: 2 } },
    'ratio not a number': { type: 'frame-scrolled', payload: { ratio: Number.NaN } },
    'long text': { type: 'frame-logged', payload: { messages: [{ level: 'error', text: 'x'.repeat(501) }] } },
    'many texts': { type: 'frame-logged', payload: { messages: Array(51).fill({ level: 'error', text: 'x' }) } },
    'no level': { type: 'frame-logged', payload: { messages: [{ level: 'info', text: 'x' }] } },
    'impact unknown': { type: 'frame-checked', payload: { violations: [{ ...violation, impact: 'worst' }] } },
    'too many elements': {
      type: 'frame-checked',
      payload: { violations: [{ ...violation, elements: Array(21).fill({ selector: 'a', why: '' }) }] },
    },
    'count below zero': { type: 'frame-checked', payload: { violations: [{ ...violation, count: -1 }] } },
    'selector not a text': {
      type: 'frame-checked',
      payload: { violations: [{ ...violation, elements: [{ selector: {}, why: '' }] }] },
    },
    'width not a number': { type: 'frame-measured', payload: { width: '375' } },
  };
  for (const [name, data] of Object.entries(bad)) {
    it(`is dropped whole: ${name}`, () => assert.equal(readFrameMessage(data), null));
  }
});
