import assert from 'node:assert/strict';
import { ExcludeGlobs } from '../../../../src/host/workspaceReading/excludeGlobs.ts';

describe('exclude settings', () => {
  const alone: ReadonlySet<string> = new Set();
  const leaves = (glob: string, path: string, isFolder = false) =>
    new ExcludeGlobs([{ [glob]: true }], false).leavesOut(path, isFolder, alone);

  it('begin at the workspace folder unless they say otherwise', () => {
    assert.deepEqual([leaves('dist', 'dist', true), leaves('dist', 'src/dist', true)], [true, false]);
    assert.deepEqual([leaves('**/dist', 'dist', true), leaves('**/dist', 'src/dist', true)], [true, true]);
    assert.deepEqual([leaves('*.js', 'a.js'), leaves('*.js', 'src/a.js')], [true, false]);
    assert.deepEqual([leaves('out/**', 'out/a/b.js'), leaves('out/**', 'src/out/b.js')], [true, false]);
  });

  it('leave out all that is in a folder', () => {
    assert.equal(leaves('**/dist', 'src/dist/deep/a.js'), true);
  });

  it('know choices in braces', () => {
    const both = (path: string) => leaves('**/*.{log,{t,}mp}', path);
    assert.deepEqual([both('a.log'), both('b/a.tmp'), both('a.mp'), both('a.ts')], [true, true, true, false]);
  });

  it('can be switched off, and may have a condition', () => {
    const globs = new ExcludeGlobs([{ '**/a': false, '**/*.js': { when: '$(basename).ts' }, '**/$$': true }], false);
    assert.equal(globs.leavesOut('a', false, alone), false);
    assert.equal(globs.leavesOut('src/x.js', false, new Set(['x.js', 'x.ts'])), true);
    assert.equal(globs.leavesOut('src/x.js', false, new Set(['x.js', 'y.ts'])), false);
  });
});
