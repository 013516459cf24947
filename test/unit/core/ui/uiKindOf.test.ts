import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { uiKindOf } from '../../../../src/core/ui/uiKindOf.ts';
import { uiProject } from '../../../../src/core/ui/uiProject.ts';

describe('uiKindOf', () => {
  const none = uiProject(null, []);
  const react = uiProject('{"dependencies":{"react":"19","tailwindcss":"4","typescript":"6"}}', []);
  const kind = (path: string, languageId: string, text = '', project = none) => {
    const found = uiKindOf({ path, languageId, text }, project);
    return found === null ? null : [found.framework, found.typescript];
  };

  it('tells by the language, and by the ending where no extension gives one', () => {
    assert.deepEqual(kind('a.tsx', 'typescriptreact'), ['react', true]);
    assert.deepEqual(kind('a.jsx', 'javascriptreact'), ['react', false]);
    assert.deepEqual(kind('a.vue', 'plaintext'), ['vue', false]);
    assert.deepEqual(kind('a.svelte', 'plaintext'), ['svelte', false]);
    assert.deepEqual(kind('A.HTM', 'plaintext'), ['html', false]);
    assert.deepEqual(kind('a.phtml', 'php'), ['html', false]);
    assert.deepEqual(kind('Untitled-1', 'html'), ['html', false]);
  });

  it('tells a component’s language by its script, and that of an empty one by the project', () => {
    assert.deepEqual(kind('a.vue', 'vue', '<script setup lang="ts">\n</script>'), ['vue', true]);
    assert.deepEqual(kind('a.vue', 'vue', '<script setup>\n</script>', react), ['vue', false]);
    assert.deepEqual(kind('a.svelte', 'svelte', '', react), ['svelte', true]);
  });

  it('takes JavaScript for React where it has elements in it and the project has React', () => {
    const text = 'export const A = () => <p>Hi</p>;';
    assert.deepEqual(kind('a.js', 'javascript', text, react), ['react', false]);
    assert.equal(kind('a.js', 'javascript', text), null);
    assert.equal(kind('a.js', 'javascript', 'export const a = 1 < 2;', react), null);
  });

  it('finds no interface in other code', () => {
    for (const [path, language] of [
      ['a.ts', 'typescript'],
      ['a.json', 'json'],
      ['a.css', 'css'],
      ['a.py', 'python'],
      ['tsx', 'plaintext'],
    ] as const) {
      assert.equal(kind(path, language, '', react), null, path);
    }
  });

  it('styles with Tailwind where the project does', () => {
    assert.equal(uiKindOf({ path: 'a.tsx', languageId: '', text: '' }, react)?.tailwind, true);
    assert.equal(uiKindOf({ path: 'a.tsx', languageId: '', text: '' }, none)?.tailwind, false);
  });
});
