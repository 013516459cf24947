import assert from 'node:assert/strict';
import { careReasons } from '../../../../src/core/diff/hunkCare.ts';
import { matchTiers } from '../../../../src/core/edits/matchTier.ts';
import { hunk } from './hunks.ts';

describe('careReasons', () => {
  it('has none for an ordinary change', () => {
    const text = 'const größe = "日本 \u{1F600}";\t// é\r\n\tlast';
    assert.deepEqual(careReasons(hunk('h', 0, 1, text)), []);
    assert.deepEqual(careReasons(hunk('h', 0, 1, '')), []);
  });

  it('asks to look at places that were found loosely', () => {
    const loose = matchTiers.filter((tier) => careReasons(hunk('h', 0, 1, 'x\n', { tier })).includes('loose-match'));
    assert.deepEqual(loose, ['indentation', 'punctuation', 'fuzzy']);
  });

  const hidden: readonly (readonly [string, string])[] = [
    ['a bidirectional override', '\u202e'],
    ['a bidirectional isolate', '\u2066'],
    ['a zero-width space', '\u200b'],
    ['a zero-width joiner', '\u200d'],
    ['a byte order mark', '\ufeff'],
    ['a tag', '\u{e0041}'],
    ['a variation selector', '\ufe0f'],
    ['a supplementary variation selector', '\u{e0100}'],
    ['an escape', '\u001b'],
    ['a backspace', '\b'],
    ['a null', '\0'],
    ['a C1 control', '\u009b'],
    ['a line separator', '\u2028'],
    ['a filler', '\u3164'],
    ['half a character', '\ud83d'],
  ];
  for (const [name, character] of hidden) {
    it(`finds ${name} in what is added`, () => {
      assert.deepEqual(careReasons(hunk('h', 0, 1, `plain\nif (a${character}) {\n`)), ['hidden-characters']);
    });
  }

  it('finds a protected file by where it is and by where it goes', () => {
    assert.deepEqual(careReasons(hunk('h', 0, 1, 'x\n', { path: '.vscode/tasks.json' })), ['protected-file']);
    const rename = hunk('h', 0, 0, '', { change: 'rename', newPath: '.github/workflows/ci.yml' });
    assert.deepEqual(careReasons(rename), ['protected-file']);
    assert.deepEqual(careReasons({ ...rename, newPath: 'b.ts' }), []);
  });

  it('gives all reasons there are', () => {
    const all = hunk('h', 0, 1, '\u200b\n', { path: '.npmrc', tier: 'fuzzy' });
    assert.deepEqual(careReasons(all), ['loose-match', 'hidden-characters', 'protected-file']);
  });
});
