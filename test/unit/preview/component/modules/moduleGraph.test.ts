import assert from 'node:assert/strict';
import { ModuleCache } from '../../../../../src/preview/component/modules/moduleCache.ts';
import { type ModuleGraph, moduleGraph } from '../../../../../src/preview/component/modules/moduleGraph.ts';
import { ModuleResolver } from '../../../../../src/preview/component/modules/moduleResolver.ts';
import { ProjectFiles } from '../../../../../src/preview/component/modules/projectFiles.ts';
import { readerOf } from '../projectOf.ts';

async function graphOf(text: string, project: Readonly<Record<string, string>>): Promise<ModuleGraph> {
  const files = new ProjectFiles(readerOf(project));
  const cache = new ModuleCache(async () => ({}));
  const resolver = new ModuleResolver(files, ['react']);
  const graph = await moduleGraph({ path: 'src/App.jsx', text }, { files, resolver, cache, target: 'static' });
  assert.ok('modules' in graph, JSON.stringify(graph));
  return graph;
}

const idsOf = ({ modules }: ModuleGraph) => modules.map(({ id }) => id).sort();

describe('a file with all that it imports', () => {
  it('has a module for an import of which nothing is used', async () => {
    const { modules } = await graphOf("import { Star } from 'icons';\nexport default () => null;", {
      'node_modules/icons/package.json': '{ "module": "index.mjs", "sideEffects": false }',
      'node_modules/icons/index.mjs': "export { default as Star } from './star.mjs';",
      'node_modules/icons/star.mjs': 'export default () => null;',
    });
    assert.ok(modules.some(({ id }) => id === 'node_modules/icons/index.mjs'));
  });

  it('has what a package says has effects, though nothing of it is used by name', async () => {
    const graph = await graphOf("import { Button } from 'kit';\nexport default () => <Button />;", {
      'node_modules/kit/package.json': '{ "module": "index.mjs", "sideEffects": ["**/*.css", "./setup.mjs"] }',
      'node_modules/kit/index.mjs':
        "import './kit.css';\nimport './setup.mjs';\nexport { Button } from './button/index.mjs';\nexport { Card } from './card.mjs';",
      'node_modules/kit/kit.css': '.kit { color: red; }',
      'node_modules/kit/setup.mjs': 'globalThis.kit = 1;',
      'node_modules/kit/card.mjs': 'export const Card = () => null;',
      'node_modules/kit/button/index.mjs': "import './button.css';\nexport { Button } from './button.mjs';",
      'node_modules/kit/button/button.css': '.button { color: blue; }',
      'node_modules/kit/button/button.mjs': 'export const Button = () => null;',
    });
    assert.deepEqual(
      graph.styles.map(({ path }) => path),
      ['node_modules/kit/kit.css', 'node_modules/kit/button/button.css'],
    );
    assert.ok(idsOf(graph).includes('node_modules/kit/setup.mjs'));
    assert.ok(!idsOf(graph).includes('node_modules/kit/card.mjs'));
  });

  it('takes a package within one without effects for one of its own', async () => {
    const graph = await graphOf("import { tool } from 'outer';\nexport default () => tool;", {
      'node_modules/outer/package.json': '{ "module": "index.mjs", "sideEffects": false }',
      'node_modules/outer/index.mjs': "export { tool } from 'inner';",
      'node_modules/outer/node_modules/inner/package.json': '{ "main": "index.mjs" }',
      'node_modules/outer/node_modules/inner/index.mjs': "import './effect.mjs';\nexport { tool } from './tool.mjs';",
      'node_modules/outer/node_modules/inner/effect.mjs': 'globalThis.inner = 1;',
      'node_modules/outer/node_modules/inner/tool.mjs': 'export const tool = 1;',
    });
    assert.ok(idsOf(graph).includes('node_modules/outer/node_modules/inner/effect.mjs'));
  });
});
