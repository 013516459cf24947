import assert from 'node:assert/strict';
import { compileScript, isEsModule, requiredBy } from '../../../../../src/preview/component/modules/compileScript.ts';

describe('compiling a script', () => {
  it('keeps lines where they are', () => {
    const made = compileScript(
      'a.tsx',
      "import type { A } from './a';\nimport b from './b';\ninterface C {\n  a: A;\n}\nexport const d: C = <b.x/>;\n",
    );
    assert.ok('code' in made);
    assert.match(made.code.split('\n')[5] ?? '', /d = /);
    assert.deepEqual(requiredBy(made.code), ['react/jsx-runtime', './b']);
  });

  it('says what is wrong, and on which line', () => {
    assert.deepEqual(compileScript('src/a.tsx', 'const a = (\n  1;\n'), {
      fault: { message: 'Unexpected token, expected ","', line: 2 },
    });
  });

  it('takes TypeScript’s casts for casts where there is no markup', () => {
    const made = compileScript('a.ts', 'export const a = <number>(<unknown>1);');
    assert.ok('code' in made, JSON.stringify(made));
  });

  it('puts something plain in the place of what bundlers fill in', () => {
    const made = compileScript('a.ts', 'export const a = [import.meta.env.PROD, process.env.NODE_ENV];');
    assert.ok('code' in made && !/import\.meta|process/.test(made.code));
  });

  it('tells modules from plain scripts', () => {
    assert.equal(isEsModule('a.js', 'function a(){}export default a;'), true);
    assert.equal(isEsModule('a.mjs', ''), true);
    assert.equal(isEsModule('a.js', "import{a}from'b';"), true);
    assert.equal(isEsModule('a.js', "'use strict'; exports.a = 1; // important: export nothing"), false);
    assert.equal(isEsModule('a.js', 'a();\n\n  export { a };'), true);
    // Anything but one go through it would outlast the test.
    assert.equal(isEsModule('a.js', '\n'.repeat(400_000)), false);
  });
});
