import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { suggestionOf } from '../../../../src/core/ui/suggestedInstruction.ts';

describe('suggestionOf', () => {
  it('takes a comment for a description, without its marks', () => {
    for (const code of [
      '// A list of orders,\n// newest first',
      '  // A list of orders,\n  //   newest first\n',
      '/* A list of orders, newest first */',
      '/**\n * A list of orders,\n * newest first\n */',
      '<!-- A list of orders,\n     newest first -->',
      '{/* A list of orders, newest first */}',
      '# A list of orders,\n# newest first',
    ]) {
      assert.deepEqual(suggestionOf(code), { kind: 'description', text: 'A list of orders, newest first' }, code);
    }
  });

  it('knows JSON and the definition of a type for data', () => {
    for (const code of [
      '[{"name":"Tea","price":3}]',
      '{ "a": 1 }',
      'export interface Order {\n  id: string;\n}',
      'type Order = { id: string };',
      'type Page<Item> = { items: Item[] };',
      'type Order struct {\n  ID string\n}',
      'pub struct Order { id: u32 }',
      '@dataclass\nclass Order:\n    id: str',
    ]) {
      assert.deepEqual(suggestionOf(code), { kind: 'data' }, code);
    }
  });

  it('suggests nothing for other code, for code beside a comment, and for nothing', () => {
    for (const code of [
      '',
      '   ',
      'const a = 1;',
      '// why\nconst a = 1;',
      '/* a */ b(); /* c */ d()',
      '[1, 2',
      '//',
      '<p>Hi</p>',
      '#main { color: red }',
    ]) {
      assert.deepEqual(suggestionOf(code), { kind: 'none' }, code);
    }
  });
});
