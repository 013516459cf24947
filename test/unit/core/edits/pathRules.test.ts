import assert from 'node:assert/strict';
import { checkPath, normalizedPath } from '../../../../src/core/edits/pathRules.ts';
import { isBlocked, isProtected } from '../../../../src/core/edits/protectedPaths.ts';

const allowed: readonly (readonly [string, string])[] = [
  ['src/a.ts', 'src/a.ts'],
  ['./src/a.ts', 'src/a.ts'],
  ['././src/./a.ts', 'src/a.ts'],
  ['src\\sub\\a.ts', 'src/sub/a.ts'],
  ['src//a.ts', 'src/a.ts'],
  ['.//etc/passwd', 'etc/passwd'],
  ['app/[id]/page (1).tsx', 'app/[id]/page (1).tsx'],
  ['größe/日本.ts', 'größe/日本.ts'],
  ['.gitignore', '.gitignore'],
  ['git/a.ts', 'git/a.ts'],
  ['a/b.ts', 'a/b.ts'],
  ['console.ts', 'console.ts'],
  ['comic/com.ts', 'comic/com.ts'],
  ['a...b.ts', 'a...b.ts'],
  ['.github/dependabot.yml', '.github/dependabot.yml'],
];

const refused: Readonly<Record<'outside-workspace' | 'malformed' | 'protected' | 'secret', readonly string[]>> = {
  'outside-workspace': [
    '/etc/passwd',
    '../a.ts',
    'src/../../a.ts',
    'src/..',
    '..',
    '..\\a.ts',
    'C:\\a.ts',
    'c:/a.ts',
    'C:a.ts',
    '\\\\host\\share\\a.ts',
    '//host/share/a.ts',
    '\\\\?\\C:\\a.ts',
    '．．/a.ts',
    'src/‥/a.ts',
  ],
  malformed: [
    '',
    '.',
    './',
    'src/',
    'a\0.ts',
    'a\n.ts',
    'a\u202Ets.exe',
    'a\u200B.ts',
    '.g\u200Dit/config',
    'a\uD800.ts',
    'a.ts:stream',
    'src/a.ts::$DATA',
    'nul',
    'src/CON',
    'aux.ts',
    'COM1.txt',
    'lpt9',
    'com¹',
    'conin$',
    'a.ts.',
    'a.ts ',
    'src./a.ts',
    'src /a.ts',
    ' a.ts',
    'GIT~1/config',
    'progra~2/a.ts',
    '%2e%2e/a.ts',
    'a%2Fb.ts',
    'a%5cb.ts',
    'a%00.ts',
    '~/a.ts',
    'a／b.ts',
    'a?.ts',
    'a*.ts',
    'file:///etc/passwd',
    `${'a/'.repeat(600)}a.ts`,
  ],
  protected: ['.git', '.git/config', '.GIT/hooks/pre-commit', 'sub/.git/config', '.ｇｉｔ/config'],
  secret: ['.env', '.envrc', '.npmrc', '.env.local', 'id_rsa', 'certs/server.pem', '.aws/credentials', '.netrc'],
};

/** They may be written, but only after a confirmation of their own. */
const confirmed: readonly string[] = [
  '.gitattributes',
  '.gitmodules',
  '.vscode/tasks.json',
  '.VSCode/settings.json',
  'x.code-workspace',
  '.github/workflows/ci.yml',
  '.gitlab-ci.yml',
  '.devcontainer/devcontainer.json',
  '.husky/pre-commit',
  '.yarnrc.yml',
  '.pnpmfile.cjs',
  'AGENTS.md',
  'sub/CLAUDE.md',
  '.cursor/rules/a.mdc',
  '.claude/settings.json',
  'mcp.json',
  'package.json',
  'packages/a/package.json',
  '.github/copilot-instructions.md',
];

describe('isProtected', () => {
  for (const path of confirmed) {
    it(`wants ${JSON.stringify(path)} confirmed, which may be written`, () => {
      assert.equal(isProtected(path), true);
      assert.equal(isBlocked(path), false);
      assert.deepEqual(checkPath(path), { path });
    });
  }

  it('leaves ordinary files alone', () => {
    for (const path of [
      'src/a.ts',
      'git/a.ts',
      'vscode/tasks.json',
      'src/package.json.ts',
      'README.md',
      'agents.mdx',
    ]) {
      assert.equal(isProtected(path) || isBlocked(path), false, path);
    }
  });
});

describe('checkPath', () => {
  for (const [written, path] of allowed) {
    it(`takes ${JSON.stringify(written)}`, () => assert.deepEqual(checkPath(written), { path }));
  }
  for (const [refusal, paths] of Object.entries(refused)) {
    for (const path of paths) {
      it(`refuses ${JSON.stringify(path.slice(0, 40))} as ${refusal}`, () => assert.equal(checkPath(path), refusal));
    }
  }
});

describe('normalizedPath', () => {
  it('keeps what makes a path absolute, for the check to see', () => {
    assert.equal(normalizedPath('\\\\host\\share'), '//host/share');
    assert.equal(normalizedPath('/src//a.ts'), '/src/a.ts');
    assert.equal(normalizedPath('C:\\src\\a.ts'), 'C:/src/a.ts');
  });
});
