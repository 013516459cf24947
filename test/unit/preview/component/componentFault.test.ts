import assert from 'node:assert/strict';
import { faultOf } from '../../../../src/preview/component/componentFault.ts';
import type { StaticOutcome } from '../../../../src/preview/component/runtime/linkedProgram.ts';

const failed = (message: string, stack = ''): StaticOutcome => ({
  html: '',
  head: '',
  missing: [],
  error: { kind: 'thrown', message, stack },
});

/** As of compiled files whose first ten lines the compiler adds. */
const ownLine = (path: string, line: number) => (!/vue|svelte/.test(path) ? line : line > 10 ? line - 10 : null);

const code = { ownLine, called: (_: string, line: number) => (line === 7 ? 'orders.map' : null) };

describe('why a component shows nothing', () => {
  const fault = (message: string, stack?: string) =>
    faultOf('src/a.tsx', { kind: 'done', text: '', messages: [] }, failed(message, stack), code);

  it('is said in our words where it was stopped, however that came out', () => {
    assert.deepEqual(fault('InternalError: interrupted'), { reason: 'too-slow' });
    assert.deepEqual(fault('InternalError: out of memory'), { reason: 'too-much-memory' });
  });

  it('names the file’s own lines, whatever the compiler made of them', () => {
    const fromVue = (stack: string) =>
      faultOf('src/(shop)/A.vue', { kind: 'done', text: '', messages: [] }, failed('Error: No', stack), code);
    // The compiler added the line in which the innermost call stands.
    const stack =
      '    at setup (src/(shop)/A.vue:1:2)\n    at <anonymous> (src/(shop)/A.vue:12)\n    at render (vue.js:1:1)';
    assert.deepEqual(fromVue(stack), { message: 'No', line: 2 });
    assert.deepEqual(fromVue('    at B (src/B.svelte:14:3)'), { message: 'src/B.svelte:4: No', line: null });
    assert.deepEqual(fromVue('    at B (node_modules/b/index.js:14:3)'), { message: 'No', line: null });
  });

  it('names what is no function, where the innermost call is seen', () => {
    const stack = (line: number) => `    at Table (src/a.tsx:${line}:3)\n    at render (src/a.tsx:7:1)`;
    assert.deepEqual(fault('TypeError: not a function', stack(7)), {
      message: 'TypeError: orders.map is not a function',
      line: 7,
    });
    assert.deepEqual(fault('TypeError: not a function', stack(8)), { message: 'TypeError: not a function', line: 8 });
    assert.deepEqual(fault('TypeError: No', stack(7)), { message: 'TypeError: No', line: 7 });
  });

  it('is said in its own words and with its line elsewhere', () => {
    const stack = '    at Table (src/a.tsx:7:3)\n    at render (react.js:1:1)';
    assert.deepEqual(fault('Error: the upload was interrupted', stack), {
      message: 'the upload was interrupted',
      line: 7,
    });
  });
});
