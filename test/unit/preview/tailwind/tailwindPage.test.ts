import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tailwindPage } from '../../../../src/preview/tailwind/tailwindPage.ts';
import { projectFolder } from '../../../vscode/projectFolder.ts';

const packaged = (name: string) => readFileSync(join(projectFolder, 'node_modules', 'tailwindcss', name), 'utf8');
const styled = async (text: string, files: Readonly<Record<string, string>> = {}) => {
  const own = { theme: packaged('theme.css'), preflight: packaged('preflight.css') };
  const { markup, component, messages } = await tailwindPage(
    { path: 'site/a.html', text },
    async (path) => files[path] ?? null,
    own,
  );
  return { css: markup?.styles[0]?.css ?? '', notes: component?.notes ?? [], messages };
};

describe('the styles of a page with Tailwind’s script', () => {
  it('are of its classes, its own style element and what its script says in plain literals', async () => {
    const { css, notes, messages } = await styled(
      `<script src="https://cdn.tailwindcss.com"></script>
      <script>tailwind.config = { theme: { extend: { colors: { brand: '#123456' } } } }</script>
      <style type="text/tailwindcss">@layer components { .btn { @apply bg-brand px-2; } }</style>
      <p class="btn text-brand">`,
    );
    assert.match(css, /\.btn \{\s*background-color: #123456/);
    assert.match(css, /\.text-brand \{\s*color: #123456/);
    assert.deepEqual(messages, []);
    assert.deepEqual(
      notes.map((note) => note.kind),
      ['version'],
    );
  });

  it('say nothing of the version where the script is version 4’s', async () => {
    const { css, notes, messages } = await styled(
      '<script src="https://cdn.jsdelivr.net/npm/@tailwindcss/browser@4"></script><style type="text/tailwindcss">@theme { --color-mine: #010203; } .tight { @apply tracking-tighter; }</style><p class="bg-mine">',
    );
    assert.match(css, /\.tight \{[^}]*letter-spacing/);
    assert.deepEqual(messages, [], 'all of a page is one style sheet, which needs no reference');
    assert.match(css, /--color-mine: #010203/);
    assert.match(css, /\.bg-mine/);
    assert.deepEqual(notes, []);
  });

  it('say so where the script’s configuration is more than literals', async () => {
    const { notes } = await styled(
      '<script src="https://cdn.tailwindcss.com"></script><script>tailwind.config = { plugins: [plugin()] }</script>',
    );
    assert.deepEqual(notes.at(-1), { kind: 'styling', name: 'tailwind.config' });
  });

  it('are the project’s where the page has no script of Tailwind’s', async () => {
    const { css } = await styled('<p class="text-shop">', {
      'package.json': '{ "devDependencies": { "tailwindcss": "^4" } }',
      'src/app.css': '@import "tailwindcss"; @theme { --color-shop: #0a0b0c; }',
    });
    assert.match(css, /\.text-shop/);
    assert.match(css, /--color-shop: #0a0b0c/);
  });
});
