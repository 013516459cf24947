import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { GrowingJson } from '../../../src/models/growingJson.ts';

/** Every text value with its name, in order, put together from pieces. */
function textsOf(deltas: readonly string[]): readonly (readonly [name: string, text: string])[] {
  const json = new GrowingJson();
  const texts: [string, string][] = [];
  let isOpen = false;
  for (const { name, text, isComplete } of deltas.flatMap((delta) => json.take(delta))) {
    const last = texts.at(-1);
    if (isOpen && last !== undefined) last[1] += text;
    else texts.push([name, text]);
    isOpen = !isComplete;
  }
  return texts;
}

function textsIn(value: unknown, name: string): readonly (readonly [name: string, text: string])[] {
  if (typeof value === 'string') return [[name, value]];
  if (Array.isArray(value)) return value.flatMap((element) => textsIn(element, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, key));
}

const operation = { type: 'update_file', path: 'a "b"\\c.ts', diff: '@@\n-\tä\\n\n+日本語 🙂 \u2028 \u0001 /\n' };

describe('JSON that grows', () => {
  it('gives the same texts cut in two anywhere', () => {
    const plain = JSON.stringify({ operation });
    const escaped = plain.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    for (const json of [plain, escaped, JSON.stringify({ operation }, null, 2)]) {
      for (let at = 0; at <= json.length; at++) {
        assert.deepEqual(textsOf([json.slice(0, at), json.slice(at)]), Object.entries(operation));
      }
    }
  });

  it('gives the texts of any document, unit by unit', () => {
    const objects = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(objects, (value) => {
        const json = JSON.stringify(value);
        assert.deepEqual(textsOf(json.split('')), textsIn(JSON.parse(json), ''));
      }),
      { numRuns: 2000 },
    );
  });

  it('tells a text as far as it has come', () => {
    const json = new GrowingJson();
    assert.deepEqual(json.take('{"diff": "one\\'), [{ name: 'diff', text: 'one', isComplete: false }]);
    assert.deepEqual(json.take('n'), [{ name: 'diff', text: '\n', isComplete: false }]);
    assert.deepEqual(json.take('\\ud83d\\ude'), [{ name: 'diff', text: '\ud83d', isComplete: false }]);
    assert.deepEqual(json.take('42"}'), [{ name: 'diff', text: '\ude42', isComplete: true }]);
  });

  it('survives what is no JSON', () => {
    for (const text of ['}}]]', '"\\uZZZZ"', '{"a" "b"', '*** Begin Patch\n+"quoted"\n']) {
      assert.doesNotThrow(() => textsOf(text.split('')));
    }
  });
});
