import assert from 'node:assert/strict';
import { tailwindProject } from '../../../../src/preview/tailwind/tailwindProject.ts';

const from = 'shop/src/parts/Card.vue';
const project = (files: Readonly<Record<string, string>>) =>
  tailwindProject(from, async (path) => files[path] ?? null, '4.3.5');
const depending = (version: string) => JSON.stringify({ devDependencies: { tailwindcss: version } });

describe('how a project uses Tailwind', () => {
  it('is not at all without its package or configuration', async () => {
    for (const files of [
      {},
      { 'shop/package.json': '{ "dependencies": { "vue": "^3" } }' },
      { 'shop/package.json': '{' },
    ]) {
      assert.deepEqual(await project(files), { uses: false, entry: null, config: null, notes: [] });
    }
  });

  it('is by the style sheet that brings it in, beside the nearest package', async () => {
    const css = "@import 'tailwindcss';\n@theme { --color-brand: red; }";
    const files = { 'package.json': depending('^4.1.0'), 'src/app.css': css, 'shop/src/index.css': 'p { margin: 0 }' };
    assert.deepEqual(await project(files), {
      uses: true,
      entry: { path: 'src/app.css', css },
      config: null,
      notes: [],
    });
    const nearer = { ...files, 'shop/package.json': depending('^4.1.0'), 'shop/src/assets/main.css': css };
    assert.equal((await project(nearer)).entry?.path, 'shop/src/assets/main.css');
  });

  it('is version 3’s way where the package says so, and that is said', async () => {
    const config = "module.exports = { content: [], theme: { extend: { colors: { shop: '#123' } } }, plugins: [] }";
    const found = await project({ 'shop/package.json': depending('^3.4.1'), 'shop/tailwind.config.cjs': config });
    assert.match(found.entry?.css ?? '', /@tailwind base/);
    assert.deepEqual(found.config?.value, { theme: { extend: { colors: { shop: '#123' } } } });
    assert.deepEqual(found.notes, [{ kind: 'version', name: 'tailwindcss', wanted: '^3.4.1', shown: '4.3.5' }]);
  });

  it('says which configuration is code', async () => {
    const files = { 'shop/package.json': depending('3.4.1'), 'shop/tailwind.config.ts': 'export default make({})' };
    const { config, notes } = await project(files);
    assert.equal(config, null);
    assert.deepEqual(notes.at(-1), { kind: 'styling', name: 'shop/tailwind.config.ts' });
  });

  it('leaves out a configuration that version 4 does not read by itself', async () => {
    const files = { 'shop/package.json': depending('^4'), 'shop/tailwind.config.js': 'export default make({})' };
    const { config, notes } = await project(files);
    assert.deepEqual([config, notes], [null, []]);
  });
});
