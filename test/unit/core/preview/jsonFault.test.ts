import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonFault } from '../../../../src/core/preview/jsonFault.ts';
import { readOwnProps } from '../../../../src/core/preview/ownProps.ts';

describe('a fault of JSON', () => {
  const faults: readonly (readonly [string, string, number])[] = [
    ['{ "a": 1, }', 'name', 1],
    ["{\n  'a': 1\n}", 'name', 2],
    ['{ a: 1 }', 'name', 1],
    ['{\n"a": 1\n"b": 2\n}', 'comma', 3],
    ['[1, 2,\n]', 'value', 2],
    ['{ "a" 1 }', 'colon', 1],
    ['{ "a": nope }', 'value', 1],
    ['{ "a": 01 }', 'value', 1],
    ['{ "a": 1.', 'value', 1],
    ['{ "a": "x\ny" }', 'string', 1],
    ['{ "a": "\\x" }', 'string', 1],
    ['{\n "a": [1,\n', 'end', 3],
    ['', 'end', 1],
    ['{}\n{}', 'rest', 2],
    ['{ "a": 1 ]', 'comma', 1],
  ];
  for (const [text, kind, line] of faults) {
    it(`is told by what is expected, and the line: ${JSON.stringify(text)}`, () =>
      assert.deepEqual(jsonFault(text), { kind, line }));
  }

  it('is there whenever JSON.parse finds one, and never else', () => {
    const parses = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    const check = (text: string) => assert.equal(jsonFault(text) === null, parses(text), JSON.stringify(text));
    fc.assert(fc.property(fc.json({ maxDepth: 5 }), check));
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.string(), (json, at, other) => {
        const place = at % (json.length + 1);
        check(json.slice(0, place) + other + json.slice(place + other.length));
      }),
    );
    const parts = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '1',
      '-',
      '0',
      '.5',
      'e3',
      'true',
      'nul',
      ' ',
      '\n',
      '\\',
      '\u0001',
      '\u0085',
      '\u2028',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (some) => check(some.join(''))),
      { numRuns: 3000 },
    );
  });
});

describe('the props that a person wrote', () => {
  it('are an object of JSON, of a length that can be read', () => {
    assert.deepEqual(readOwnProps(' { "a": [1] } '), { props: { a: [1] } });
    for (const json of ['[]', 'null', '3', '"{}"']) {
      assert.deepEqual(readOwnProps(json), { fault: { kind: 'no-object', line: null } });
    }
    assert.deepEqual(readOwnProps('{'), { fault: { kind: 'end', line: 1 } });
    assert.deepEqual(readOwnProps(`{}${' '.repeat(200_000)}`), { fault: { kind: 'too-long', line: null } });
  });
});
