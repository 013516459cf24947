import assert from 'node:assert/strict';
import { LineSearch } from '../../../../src/host/workspaceReading/lineSearch.ts';

describe('LineSearch', () => {
  const find = (wanted: string, text: string, most = 20) => new LineSearch(wanted, most).linesIn('a.ts', text);

  it('numbers lines whatever ends them, and trims what it shows', () => {
    assert.deepEqual(find('x', 'x\r\n  x y\rno\nx'), ['a.ts:1: x', 'a.ts:2: x y', 'a.ts:4: x']);
  });

  it('minds the case only of a text with capitals', () => {
    assert.equal(find('basket', 'Basket\nbasket\n').length, 2);
    assert.deepEqual(find('Basket', 'Basket\nbasket\n'), ['a.ts:1: Basket']);
  });

  it('takes every character as it is', () => {
    assert.deepEqual(find('a.*(b)', 'a.*(b)\naxxb\n'), ['a.ts:1: a.*(b)']);
  });

  it('cuts a long line around what was found', () => {
    const [line = ''] = find('needle', `${'x'.repeat(5000)}needle${'y'.repeat(5000)}`);
    assert.ok(line.length < 280 && line.includes('xneedley') && line.includes('…x') && line.endsWith('y…'), line);
  });

  it('says how many more there are', () => {
    assert.deepEqual(find('x', 'x\n'.repeat(4), 2), ['a.ts:1: x', 'a.ts:2: x', 'a.ts: and 2 more lines']);
  });
});
