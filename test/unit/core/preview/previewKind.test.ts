import assert from 'node:assert/strict';
import { hasPreview, previewKind, previewPaths } from '../../../../src/core/preview/previewKind.ts';

const change = (path: string, newPath: string | null = null) => ({ path, newPath });

describe('what can be previewed', () => {
  it('goes by the ending of a name', () => {
    const names = ['a.html', 'A.HTM', 'b.svg', 'c.tsx', 'd.vue', 'e.svelte', 'f.css', 'html', 'constructor'];
    const kinds = ['html', 'html', 'svg', 'react', 'vue', 'svelte', null, 'html', null];
    assert.deepEqual(names.map(previewKind), kinds);
  });

  it('offers what is changed or made, what can be shown first, under its new name', () => {
    const changes = [
      change('c.vue'),
      change('b.tsx'),
      change('a.html'),
      change('old.html', 'new.html'),
      change('a.html'),
      change('x.ts'),
    ];
    assert.deepEqual(previewPaths(changes, ['a.html', 'other.html']), ['b.tsx', 'a.html', 'new.html', 'c.vue']);
  });

  it('offers the pages of the comparison when a style sheet is changed', () => {
    assert.deepEqual(previewPaths([change('style.css')], ['index.html', 'a.ts']), ['index.html']);
    assert.equal(hasPreview([change('style.css')], ['a.ts']), false);
  });

  it('has nothing to show for what cannot be shown yet', () => {
    assert.equal(hasPreview([change('a.svelte'), change('b.vue')], []), false);
    assert.equal(hasPreview([change('a.svg')], []), true);
  });
});
