import assert from 'node:assert/strict';
import { faultOf } from '../../../../src/preview/component/componentFault.ts';
import type { StaticOutcome } from '../../../../src/preview/component/runtime/linkedProgram.ts';

const failed = (message: string, stack = ''): StaticOutcome => ({
  html: '',
  head: '',
  missing: [],
  error: { kind: 'thrown', message, stack },
});

describe('why a component shows nothing', () => {
  const fault = (message: string, stack?: string) =>
    faultOf('src/a.tsx', { kind: 'done', text: '', messages: [] }, failed(message, stack));

  it('is said in our words where it was stopped, however that came out', () => {
    assert.deepEqual(fault('InternalError: interrupted'), { reason: 'too-slow' });
    assert.deepEqual(fault('InternalError: out of memory'), { reason: 'too-much-memory' });
  });

  it('is said in its own words and with its line elsewhere', () => {
    const stack = '    at Table (src/a.tsx:7:3)\n    at render (react.js:1:1)';
    assert.deepEqual(fault('Error: the upload was interrupted', stack), {
      message: 'the upload was interrupted',
      line: 7,
    });
  });
});
