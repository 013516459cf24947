import assert from 'node:assert/strict';
import { pieces } from '../../../../src/models/scripted/pieces.ts';

describe('pieces of a scripted answer', () => {
  it('are a word or two each, and joined the text', () => {
    assert.deepEqual(pieces('Two words,\n  and-a-longer-one'), ['Two', ' words,', '\n  and-a-longer', '-one']);
  });

  it('are at most 250, however long the text is', () => {
    for (const words of [249, 250, 251, 1_000, 12_345]) {
      const text = Array.from({ length: words }, (_, at) => `word${at}`).join(' \n');
      assert.ok(pieces(text).length <= 250, `${words} words`);
      assert.equal(pieces(text).join(''), text);
    }
    assert.deepEqual(pieces(''), []);
  });
});
