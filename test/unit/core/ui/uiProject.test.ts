import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { uiProject } from '../../../../src/core/ui/uiProject.ts';

describe('uiProject', () => {
  const manifest = (...names: readonly string[]) =>
    JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, '^1.0.0'])) });

  it('tells frameworks by their packages, those around them and their kin', () => {
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['react', ['react']],
      ['next', ['react']],
      ['preact', ['react']],
      ['vue', ['vue']],
      ['nuxt', ['vue']],
      ['svelte', ['svelte']],
      ['@sveltejs/kit', ['svelte']],
      ['express', []],
    ];
    for (const [name, frameworks] of cases)
      assert.deepEqual(uiProject(manifest(name), []).frameworks, frameworks, name);
    assert.deepEqual(uiProject(manifest('vue', 'react'), []).frameworks, ['react', 'vue']);
  });

  it('tells TypeScript and Tailwind by their packages or by the files beside', () => {
    const { typescript, tailwind } = uiProject(manifest('typescript', 'tailwindcss'), []);
    assert.deepEqual([typescript, tailwind], [true, true]);
    const byFiles = uiProject(null, ['tsconfig.app.json', 'tailwind.config.ts']);
    assert.deepEqual([byFiles.typescript, byFiles.tailwind], [true, true]);
    const neither = uiProject(manifest('react'), ['index.html', 'tailwind.config.md']);
    assert.deepEqual([neither.typescript, neither.tailwind], [false, false]);
  });

  it('lists what an interface can use, development packages included, and nothing else', () => {
    const text = JSON.stringify({
      dependencies: { react: '^19.0.0', express: '5.0.0', 'lucide-react': '1.2.3', '@radix-ui/react-dialog': '~1' },
      devDependencies: { tailwindcss: '4.0.0', eslint: '9.0.0', react: '18.0.0' },
    });
    assert.deepEqual([...uiProject(text, []).dependencies].sort(), [
      '@radix-ui/react-dialog ~1',
      'lucide-react 1.2.3',
      'react ^19.0.0',
      'tailwindcss 4.0.0',
    ]);
  });

  it('tells no address that stands in place of a version', () => {
    const text = JSON.stringify({ dependencies: { react: 'git+https://user:password@host.example/react.git' } });
    assert.deepEqual(uiProject(text, []).dependencies, ['react (another source)']);
  });

  it('takes a manifest that is broken, or of another form, for one that says nothing', () => {
    for (const text of ['{', '[]', '7', '{"dependencies":["react"]}', '{"dependencies":{"react":{}}}', '']) {
      assert.deepEqual(uiProject(text, []), { frameworks: [], typescript: false, tailwind: false, dependencies: [] });
    }
  });
});
