import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { GitIgnore } from '../../../../src/host/workspaceReading/gitIgnore.ts';

/** A repository with these ignore files, by the folder they are in, and what git itself leaves out of the paths. */
function leftOutByGit(ignoreFiles: Readonly<Record<string, string>>, paths: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'tiebreak-ignore-'));
  try {
    const git = (parameters: readonly string[], input = '') =>
      spawnSync('git', ['-c', 'core.ignoreCase=false', '-c', 'core.excludesFile=', ...parameters], {
        cwd: folder,
        input,
        encoding: 'utf8',
      });
    assert.equal(git(['init', '-q']).status, 0);
    for (const path of paths) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), '');
    }
    for (const [place, text] of Object.entries(ignoreFiles)) writeFileSync(join(folder, place, '.gitignore'), text);
    const answer = git(['check-ignore', '-z', '--stdin', '--no-index'], paths.join('\0'));
    return answer.stdout.split('\0').filter((path) => path !== '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same by ours, with the files taken in as a walk from the top does, the ignore files of passed folders only. */
function leftOutByUs(ignoreFiles: Readonly<Record<string, string>>, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => {
    let rules = new GitIgnore(false);
    const segments = path.split('/');
    return segments.some((_, index) => {
      const folder = segments.slice(0, index).join('/');
      const own = ignoreFiles[folder];
      if (own !== undefined) rules = rules.with(folder, own);
      return rules.leavesOut(segments.slice(0, index + 1).join('/'), index < segments.length - 1);
    });
  });
}

describe('ignore files', () => {
  const paths = [
    ...['a.log', 'keep.log', 'x.ts', 'build/out.js', 'src/build/out.js', 'src/a.log', 'src/deep/a.log'],
    ...['src/deep/keep/x.ts', 'src/deep/x.ts', 'sp ace/x.ts', 'sp ace/in/x.ts', '[odd]/x.ts', 'o/x.ts', 'd/x.ts'],
    ...['#hash', '!bang', 'trailing ', 'Build/x', 'src/*star', 'src/astar', 'src/deep/temp1', 'src/deep/temp12'],
  ];
  const cases: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['names at any depth', { '': '*.log\nbuild\n' }],
    ['folders only', { '': 'build/\n' }],
    ['patterns tied to their folder', { '': '/a.log\n/build\n', src: '/a.log\nbuild/\n' }],
    ['an exception', { '': '*.log\n!keep.log\n' }],
    ['an exception in a deeper file', { '': '*.log\n', 'src/deep': '!a.log\n' }],
    ['an exception below a folder that is left out', { '': 'src/deep/\n!src/deep/x.ts\n', 'src/deep': '!x.ts\n' }],
    ['everything but one', { src: '/deep/*\n!/deep/keep\n' }],
    ['everything but one, in two files', { '': 'src/deep/*\n', 'src/deep': '!keep\n' }],
    ['stars and ranges', { src: '**/keep\ndeep/temp[0-9]\n' }],
    ['a leading and an inner double star', { '': '**/deep/a.log\nsrc/**/x.ts\n' }],
    ['folders whose names look like patterns', { '[odd]': 'x.ts\n', 'sp ace': '/x.ts\n' }],
    ['escapes', { '': '\\#hash\n\\!bang\ntrailing\\ \nsrc/\\*star\n' }],
    [
      'comments, blanks, Windows line endings and a byte order mark',
      { '': '\uFEFF*.log\r\n\r\n# x.ts\r\n  \r\nbuild/\r\n' },
    ],
    ['a slash alone and a stray exclamation mark', { '': '/\n!\n*.log\n' }],
  ];
  for (const [name, ignoreFiles] of cases) {
    it(`leave out what git leaves out: ${name}`, () => {
      assert.deepEqual(leftOutByUs(ignoreFiles, paths), leftOutByGit(ignoreFiles, paths));
    });
  }

  it('take another case for the same where the file system does', () => {
    assert.equal(new GitIgnore(true).with('', 'Build/').leavesOut('build', true), true);
    assert.equal(new GitIgnore(false).with('', 'Build/').leavesOut('build', true), false);
  });
});
