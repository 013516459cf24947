import assert from 'node:assert/strict';
import fastCheck from 'fast-check';
import createParser from 'markdown-it';
import { growBlocks, languageOfFence, noBlocks } from '../../../../../src/webview/comparison/prose/markdownBlocks.ts';

const parser = createParser({ html: false });

function grown(...pieces: readonly string[]) {
  return pieces.reduce(growBlocks, noBlocks);
}

function blocksOf(text: string): readonly string[] {
  const { finished, tail } = grown(text);
  return [...finished, tail];
}

describe('growBlocks', () => {
  it('finishes a paragraph when the next one begins', () => {
    assert.deepEqual(grown('One.\n\nTwo').finished, ['One.\n']);
    assert.equal(grown('One.\n\nTwo').tail, 'Two');
    assert.deepEqual(grown('One.\n\n').finished, []);
  });

  it('keeps a list together, blank lines and continuations included', () => {
    const list = '1. one\n\n   more of it\n\n2. two\n';
    assert.deepEqual(grown(`${list}\nAfter.`).finished, [list]);
  });

  it('waits while a line may still become a list item', () => {
    assert.deepEqual(grown('- one\n\n', '-').finished, []);
    assert.deepEqual(grown('1. one\n\n', '2').finished, []);
  });

  it('knows the fence it is inside of', () => {
    assert.deepEqual(grown('Look:\n\n```ts title\nlet a;\n\nlet b').openFence, {
      language: 'ts',
      code: 'let a;\n\nlet b',
    });
    assert.equal(grown('```ts\nlet a;\n```\n').openFence, null);
    assert.equal(grown('````\n```\n').openFence?.code, '```\n');
  });

  it('does not show the end of a fence as code while its line is not complete', () => {
    assert.equal(grown('```ts\nlet a;\n```').openFence?.code, 'let a;\n');
  });

  it('does not take a fence for one before its line is complete', () => {
    assert.equal(grown('```t').openFence, null);
    assert.equal(grown('```t', 's\nlet').openFence?.language, 'ts');
  });

  it('loses no text, in whatever pieces it comes', () => {
    const piece = fastCheck.constantFrom(
      '\n',
      '\n\n',
      '- a',
      '1. b',
      '```',
      '```ts\n',
      'word ',
      '> q',
      '    code',
      '| a |',
      ' ',
      '#',
    );
    fastCheck.assert(
      fastCheck.property(fastCheck.array(piece), (pieces) => {
        const { finished, tail } = grown(...pieces);
        assert.equal([...finished, tail].join('\n'), pieces.join(''));
      }),
    );
  });

  it('gives the same blocks in pieces as at once', () => {
    const text = 'One.\n\n```ts\nlet a;\n\nlet b;\n```\nTwo.\n\n- a\n- b\n\n# Head\n\nThree.';
    assert.deepEqual(grown(...text), grown(text));
  });

  it('cuts so that blocks rendered one by one look like the whole', () => {
    const text =
      'Para with `code`.\nstill it.\n\n# Head\n\n1. one\n\n   more\n2. two\n\n> quote\n\n```js\nlet a;\n\nlet b;\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nEnd.\n';
    assert.equal(
      blocksOf(text)
        .map((block) => parser.render(block))
        .join(''),
      parser.render(text),
    );
    assert.ok(blocksOf(text).length > 5);
  });
});

describe('languageOfFence', () => {
  it('is the first word, in small letters', () => {
    assert.equal(languageOfFence(' TypeScript {1,3}'), 'typescript');
    assert.equal(languageOfFence(''), '');
  });
});
