import assert from 'node:assert/strict';
import { isPackagePath } from '../../../../src/core/preview/packagePath.ts';

describe('the paths of packages’ code', () => {
  it('are those of code and what describes it', () => {
    for (const path of [
      'node_modules/clsx/package.json',
      'node_modules/clsx/dist/clsx.mjs',
      'web/node_modules/@scope/name/lib/index.js',
      'my app/node_modules/a/b/node_modules/c/index.cjs',
      'node_modules/.pnpm/node_modules/@kurkle/color/dist/color.cjs',
      'node_modules/bulma/css/bulma.css',
    ]) {
      assert.equal(isPackagePath(path), true, path);
    }
  });

  it('are no others', () => {
    for (const path of [
      'src/index.js',
      'node_modules/.bin/tool.js',
      'node_modules/.cache/x/a.json',
      'node_modules/a/.env.js',
      'node_modules/a/../../secret.json',
      '../node_modules/a/index.js',
      '.git/node_modules/a/index.js',
      'node_modules/a/index.ts',
      'node_modules/a/key.pem',
      'node_modules/a/credentials.json',
      'node_modules\\a\\index.js',
      'node_modules/index.js',
    ]) {
      assert.equal(isPackagePath(path), false, path);
    }
  });
});
