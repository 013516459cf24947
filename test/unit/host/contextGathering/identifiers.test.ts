import assert from 'node:assert/strict';
import { identifiersIn } from '../../../../src/host/contextGathering/identifiers.ts';

const namesIn = (text: string, atMost = 40) =>
  identifiersIn(text, { start: 0, end: text.length }, atMost).map(({ name }) => name);

describe('identifiersIn', () => {
  it('finds each name once, where it first stands, and no keywords, numbers or single letters', () => {
    const text = 'const total = sum(items) + sum(x1) * 12;';
    assert.deepEqual(identifiersIn(text, { start: 0, end: text.length }, 40), [
      { name: 'total', offset: 6 },
      { name: 'sum', offset: 14 },
      { name: 'items', offset: 18 },
      { name: 'x1', offset: 31 },
    ]);
  });

  it('counts offsets from the start of the whole text', () => {
    const text = 'alpha beta gamma';
    assert.deepEqual(identifiersIn(text, { start: 6, end: 10 }, 40), [{ name: 'beta', offset: 6 }]);
  });

  it('takes names of every script, and no more than asked for', () => {
    assert.deepEqual(namesIn('größe = данные + $value + _hidden'), ['größe', 'данные', '$value', '_hidden']);
    assert.deepEqual(namesIn('aa bb cc dd', 2), ['aa', 'bb']);
  });
});
