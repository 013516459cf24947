import assert from 'node:assert/strict';
import { plainLiteral } from '../../../../src/preview/tailwind/plainLiteral.ts';

describe('reading an object literal without running it', () => {
  it('reads what is plain', () => {
    const text = `{
      // A comment, with a } in it.
      darkMode: 'class', "quoted-key": "a\\u0041\\n", 500: \`plain\`,
      list: [1, -2.5, .5, 1_000, true, null,], nested: { a: { b: '}' } }, /* the last */
    }`;
    assert.deepEqual(plainLiteral(text, 0), {
      value: {
        500: 'plain',
        darkMode: 'class',
        'quoted-key': 'aA\n',
        list: [1, -2.5, 0.5, 1000, true, null],
        nested: { a: { b: '}' } },
      },
      hasMore: false,
    });
  });

  it('leaves out what is not, and says so', () => {
    const text = `{ a: colors.blue, b: require('x'), ...rest, c: () => { return { d: ',' } }, e: 1 + 1, [f]: 2, g() {}, h: \`\${i}\`, j: 3 }`;
    assert.deepEqual(plainLiteral(text, 0), { value: { j: 3 }, hasMore: true });
    assert.deepEqual(plainLiteral("{ a: { b: 'x', c: f(',') } }", 0), { value: { a: { b: 'x' } }, hasMore: true });
  });

  it('gives nothing for what has no end or is no object', () => {
    for (const text of ['', 'a', '{', '{ a: 1', '{ a: [1, }', '{'.repeat(10_000)]) {
      assert.equal(plainLiteral(text, 0), null, text.slice(0, 20));
    }
  });

  it('has no key that leads to other objects', () => {
    const literal = plainLiteral('{ __proto__: { a: 1 }, b: 2 }', 0);
    assert.deepEqual(Object.keys(literal?.value ?? {}), ['b']);
    assert.equal(Reflect.get(literal?.value ?? {}, 'a'), undefined);
  });
});
