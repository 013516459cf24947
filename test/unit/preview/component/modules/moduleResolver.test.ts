import assert from 'node:assert/strict';
import { ModuleResolver } from '../../../../../src/preview/component/modules/moduleResolver.ts';
import { projectOf } from '../projectOf.ts';

const files = {
  'web/package.json': '{}',
  'web/tsconfig.json':
    '{ /* with comments */ "compilerOptions": { "baseUrl": ".", "paths": { "#ui/*": ["lib/ui/*"], }, }, }',
  'web/src/a.tsx': '',
  'web/src/parts/index.ts': '',
  'web/src/theme.css': '',
  'web/src/data.json': '{}',
  'web/src/typed.ts': '',
  'web/lib/ui/button.tsx': '',
  'web/shared/money.ts': '',
  'plain/src/card.jsx': '',
  'plain/src/util/x.ts': '',
  'kit/tsconfig.json': '{ "extends": "./.svelte-kit/tsconfig.json", "compilerOptions": { "strict": true } }',
  'kit/src/lib/index.ts': '',
  'kit/src/lib/money.ts': '',
  'node_modules/top/package.json': '{ "main": "lib/index" }',
  'node_modules/top/lib/index.js': '',
  'node_modules/top/extra.js': '',
  'web/node_modules/@scope/near/package.json': '{ "exports": { "./sub": "./dist/sub.js" } }',
  'web/node_modules/@scope/near/dist/sub.js': '',
  'node_modules/away/package.json': '{ "main": "../top/lib/index.js" }',
  'node_modules/.pnpm/node_modules/inner/package.json': '{}',
  'node_modules/.pnpm/node_modules/inner/index.js': '',
};

describe('where an import leads', () => {
  const resolver = new ModuleResolver(projectOf(files), ['react']);
  const leads = async (specifier: string, from = 'web/src/app.tsx') => {
    const link = await resolver.resolve(specifier, from);
    return link.to === 'module' ? link.id : `${link.to} ${link.name}`;
  };

  it('is a file beside it, with an ending of its own or without', async () => {
    assert.equal(await leads('./a'), 'web/src/a.tsx');
    assert.equal(await leads('./parts'), 'web/src/parts/index.ts');
    assert.equal(await leads('./theme.css?inline'), 'web/src/theme.css');
    assert.equal(await leads('./data.json'), 'web/src/data.json');
    assert.equal(await leads('./typed.js'), 'web/src/typed.ts');
    assert.equal(await leads('../lib/ui/button'), 'web/lib/ui/button.tsx');
    assert.equal(await leads('./none'), 'missing ./none');
    assert.equal(await leads('../../../etc/passwd'), 'missing ../../../etc/passwd');
  });

  it('is what the project’s short names stand for', async () => {
    assert.equal(await leads('#ui/button'), 'web/lib/ui/button.tsx');
    assert.equal(await leads('shared/money'), 'web/shared/money.ts');
    assert.equal(await leads('@/util/x', 'plain/src/card.jsx'), 'plain/src/util/x.ts');
  });

  it('is what SvelteKit’s own name stands for, whose configuration only its first run writes', async () => {
    assert.equal(await leads('$lib/money', 'kit/src/routes/+page.svelte'), 'kit/src/lib/money.ts');
    assert.equal(await leads('$lib', 'kit/src/routes/+page.svelte'), 'kit/src/lib/index.ts');
    assert.equal(await leads('$app/state', 'kit/src/routes/+page.svelte'), 'missing $app/state');
  });

  it('is a package of the runtimes, whatever the project has', async () => {
    assert.equal(await leads('react'), 'package react');
    assert.equal(await leads('react/jsx-runtime'), 'package react/jsx-runtime');
    assert.equal(await leads('react-router'), 'missing react-router');
  });

  it('is a package that the project has, near or far', async () => {
    assert.equal(await leads('top'), 'node_modules/top/lib/index.js');
    assert.equal(await leads('top/extra'), 'node_modules/top/extra.js');
    assert.equal(await leads('@scope/near/sub'), 'web/node_modules/@scope/near/dist/sub.js');
    assert.equal(await leads('@scope/near'), 'missing @scope/near');
    assert.equal(await leads('inner'), 'missing inner');
    assert.equal(
      await leads('inner', 'node_modules/top/lib/index.js'),
      'node_modules/.pnpm/node_modules/inner/index.js',
    );
    assert.equal(await leads('away'), 'missing away', 'no package leads out of itself');
    assert.equal(await leads('node:fs'), 'missing node:fs');
    assert.equal(await leads('https://esm.invalid/x'), 'missing https://esm.invalid/x');
  });
});
