import assert from 'node:assert/strict';
import { calledExpression } from '../../../../src/preview/component/calledExpression.ts';

describe('What is called', () => {
  /** At the mark. */
  const at = (marked: string) => {
    const before = marked.slice(0, marked.indexOf('§')).split('\n');
    return calledExpression(marked.replace('§', ''), before.length, (before.at(-1) ?? '').length + 1);
  };

  it('is read back from the bracket, over lines', () => {
    assert.equal(at('\n  const x = orders.filter§((o) => o.a)'), 'orders.filter');
    assert.equal(at('\n const x = 1 + props.orders\n  ?.rows\n  .map§((o) => o.a)'), 'props.orders?.rows.map');
    assert.equal(at('\n go§()'), 'go');
  });

  it('is without what compilers add', () => {
    assert.equal(at('\n (0, _money.euros)§(1)'), 'euros');
    assert.equal(at('\n _money.euros.call§(void 0, 1)'), 'euros');
    assert.equal(at('\n toDisplayString(__props.orders.map§((o) => o))'), 'orders.map');
    assert.equal(at('\n $$props.go§()'), 'go');
  });

  it('is not seen where it is no name, and on the line that has something before it', () => {
    assert.equal(at('\n rows[0].go()§(1)'), null);
    assert.equal(at('\n rows["a"].go§(1)'), null);
    assert.equal(at('go§()'), null);
    assert.equal(at('\n go§ + 1'), null);
    assert.equal(calledExpression('', 9, 9), null);
  });
});
