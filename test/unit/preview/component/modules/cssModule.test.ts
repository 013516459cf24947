import assert from 'node:assert/strict';
import { scopedSheet } from '../../../../../src/preview/component/modules/cssModule.ts';

describe('a CSS module', () => {
  it('has names of its own, and leaves all else as it is', () => {
    const { css, names } = scopedSheet(
      'src/Card.module.css',
      '/* .no */ .card:hover > .title { width: .5em; background: url(a.b.png); content: ".x" } :global(.dark) .card { color: red }',
    );
    const { card = '', title = '' } = names;
    assert.match(card, /^Card_\w+_card$/);
    assert.deepEqual(Object.keys(names), ['card', 'title']);
    assert.equal(
      css,
      `/* .no */ .${card}:hover > .${title} { width: .5em; background: url(a.b.png); content: ".x" } .dark .${card} { color: red }`,
    );
    assert.notEqual(scopedSheet('other/Card.module.css', '.card {}').names.card, card);
  });

  it('puts together what is composed', () => {
    const { css, names } = scopedSheet('a.module.css', '.base { color: red } .big { composes: base; font-size: 2em }');
    assert.equal(names.big, `${/\.(\S+big)/.exec(css)?.[1]} ${names.base}`);
    assert.doesNotMatch(css, /composes/);
  });
});
