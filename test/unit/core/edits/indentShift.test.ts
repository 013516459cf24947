import assert from 'node:assert/strict';
import { indentShiftOf, shiftedLine } from '../../../../src/core/edits/indentShift.ts';

/** How a further line comes out, given a block as written and as it is; null when there is no shift or no way. */
function shifted(written: readonly string[], actual: readonly string[], line: string): string | null {
  const shift = indentShiftOf(written, actual);
  return shift === null ? null : shiftedLine(line, shift);
}

describe('indentShift', () => {
  it('adds what the model left out', () => {
    assert.equal(shifted(['if (a) {', '  b();'], ['    if (a) {', '      b();'], '  c();'), '      c();');
  });

  it('takes off what the model put in front', () => {
    assert.equal(shifted(['    if (a) {', '      b();'], ['if (a) {', '  b();'], '      c();'), '  c();');
  });

  it('turns spaces into tabs and tabs into spaces', () => {
    assert.equal(shifted(['    a', '        b'], ['\ta', '\t\tb'], '            c'), '\t\t\tc');
    assert.equal(shifted(['\ta', '\t\tb'], ['  a', '    b'], '\t\t\tc'), '      c');
    assert.equal(shifted(['    a'], ['\ta'], '        c'), '\t\tc');
  });

  it('leaves blank lines alone, in the block and after it', () => {
    assert.equal(shifted(['a', '', '  b'], ['  a', '', '    b'], ''), '');
    assert.equal(shifted(['a', '', '  b'], ['  a', ' ', '    b'], 'c'), '  c');
  });

  it('gives nothing for a line with less indentation than is taken off', () => {
    assert.equal(shifted(['    a'], ['  a'], 'c'), null);
  });

  it('finds no shift that does not explain every line', () => {
    assert.equal(indentShiftOf(['a', '  b'], ['  a', '  b']), null);
    assert.equal(indentShiftOf([''], ['']), null);
  });
});
