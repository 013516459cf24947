import assert from 'node:assert/strict';
import { hasPreview, previewKind, previewPaths } from '../../../../src/core/preview/previewKind.ts';

const change = (path: string, newPath: string | null = null) => ({ path, newPath });

describe('what can be previewed', () => {
  it('goes by the ending of a name', () => {
    const names = ['a.html', 'A.HTM', 'b.svg', 'c.tsx', 'd.vue', 'e.svelte', 'f.css', 'html', 'constructor'];
    const kinds = ['html', 'html', 'svg', 'react', 'vue', 'svelte', null, 'html', null];
    assert.deepEqual(names.map(previewKind), kinds);
  });

  it('offers what is changed or made, under its new name', () => {
    const changes = [
      change('c.vue'),
      change('b.tsx'),
      change('a.html'),
      change('old.html', 'new.html'),
      change('a.html'),
      change('x.ts'),
    ];
    assert.deepEqual(previewPaths(changes, ['a.html', 'other.html']), ['c.vue', 'b.tsx', 'a.html', 'new.html']);
  });

  it('offers the pages of the comparison when a style sheet is changed', () => {
    assert.deepEqual(previewPaths([change('style.css')], ['index.html', 'a.ts']), ['index.html']);
    assert.equal(hasPreview([change('style.css')], ['a.ts']), false);
  });

  it('has something to show where any file is of a kind that can be shown', () => {
    assert.equal(hasPreview([change('a.ts'), change('b.css')], []), false);
    assert.equal(hasPreview([change('a.svg')], []), true);
  });
});
