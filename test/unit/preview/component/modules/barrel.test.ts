import assert from 'node:assert/strict';
import { barrelOf, exportsName } from '../../../../../src/preview/component/modules/barrel.ts';

describe('a module that only exports what others do', () => {
  it('says where each name comes from', () => {
    const barrel = barrelOf(`'use client';
      /* a licence; import nothing */
      // and a word
      import * as colors from './colors.mjs';
      import Button, { buttonClasses as classes } from "./Button";
      import './effects.mjs';
      export { default as Card, type CardProps, cardClasses } from './Card.js';
      export * as icons from './icons';
      export { colors, classes, Button as default };
      export * from './styles';`);
    assert.deepEqual(Object.fromEntries(barrel?.names ?? []), {
      Card: { specifier: './Card.js', name: 'default' },
      CardProps: { specifier: './Card.js', name: 'CardProps' },
      cardClasses: { specifier: './Card.js', name: 'cardClasses' },
      icons: { specifier: './icons', name: '*' },
      colors: { specifier: './colors.mjs', name: '*' },
      classes: { specifier: './Button', name: 'buttonClasses' },
      default: { specifier: './Button', name: 'default' },
    });
    assert.deepEqual([barrel?.stars, barrel?.runs], [['./styles'], ['./effects.mjs']]);
  });

  it('is none where it does anything else', () => {
    assert.equal(barrelOf("export * from './a';\nexport const version = 1;"), null);
    assert.equal(barrelOf("import { a } from './a';\na();"), null);
    assert.equal(barrelOf('export { unknown };'), null);
    assert.equal(barrelOf("import './effects';"), null);
  });

  it('is told from what another module exports', () => {
    const text = 'export function add() {}\nconst a = 1, b = 2;\nexport { a, b as c };';
    assert.deepEqual(
      ['add', 'a', 'c', 'b', 'adder'].map((name) => exportsName(text, name)),
      [true, true, true, false, false],
    );
    assert.equal(exportsName("export * from './x';\nexport const y = 1;", 'z'), 'unknown');
    assert.equal(exportsName('export const a = 1, b = 2;', 'b'), 'unknown');
    assert.equal(exportsName('exports.a = 1;', 'a'), 'unknown');
    assert.equal(exportsName('const a = 1;\nexport { a as default };', 'a'), false);
  });

  it('is read in one go, whatever it says: anything else would outlast the test', () => {
    for (const piece of ['\n', ' ', '/* ', '//', 'export const a = b,', 'export {', "import 'a';"]) {
      const text = piece.repeat(300_000 / piece.length);
      barrelOf(text);
      exportsName(`export const ${text}`, 'name');
    }
  });
});
