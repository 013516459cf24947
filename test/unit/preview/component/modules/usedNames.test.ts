import assert from 'node:assert/strict';
import { compileScript } from '../../../../../src/preview/component/modules/compileScript.ts';
import { usedNames } from '../../../../../src/preview/component/modules/usedNames.ts';

function usedBy(text: string): Readonly<Record<string, readonly string[] | null>> {
  const compiled = compileScript('src/a.tsx', text);
  assert.ok('code' in compiled, text);
  const used = [...usedNames(compiled.code)].map(([specifier, names]) => [
    specifier,
    names === null ? null : [...names],
  ]);
  return Object.fromEntries(used);
}

describe('what a module uses of each that it imports', () => {
  it('is what it names, without its types', () => {
    assert.deepEqual(
      usedBy(`import Main, { part as other, type Shape, unused } from 'a';
        import { spread } from 'b';
        export { c as d } from 'c';
        export const all: Shape = [Main, other(), ...spread];`),
      { a: ['default', 'part'], b: ['spread'], c: ['c'] },
    );
  });

  it('is everything where it may be anything', () => {
    assert.deepEqual(
      usedBy(`import * as All from 'a';
        import { list } from 'b';
        import 'c';
        export * from 'd';
        export const later = () => import('b');
        export const names = [All, list];`),
      { a: null, b: null, c: null, d: null },
    );
  });
});
