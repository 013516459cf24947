import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StyleText } from '../../../../src/app/preview/componentPorts.ts';
import { tailwindConfig } from '../../../../src/preview/tailwind/tailwindConfig.ts';
import { tailwindStyles } from '../../../../src/preview/tailwind/tailwindStyles.ts';
import { projectFolder } from '../../../vscode/projectFolder.ts';

const packaged = (name: string) => readFileSync(join(projectFolder, 'node_modules', 'tailwindcss', name), 'utf8');
const own = { theme: packaged('theme.css'), preflight: packaged('preflight.css') };

const workspace: Readonly<Record<string, string>> = {
  'src/styles/brand.css': '@theme { --color-brand: #123456; }',
  'tailwind.config.js': "module.exports = { theme: { extend: { colors: { shop: '#0a0b0c' } } } }",
  'coded.config.js': "module.exports = { theme: { extend: { colors: { shop: require('x').y } } } }",
};

const styles = (sheets: readonly StyleText[], texts: readonly string[], config: string | null = null) =>
  tailwindStyles({
    own,
    sheets,
    texts,
    config: config === null ? null : tailwindConfig(config),
    read: async (path) => workspace[path] ?? null,
  });

describe('styles of Tailwind', () => {
  it('are those of the classes that are used, with its base', async () => {
    const { css, notes, messages } = await styles([], ['<p class="px-4 text-red-600 nothing-of-the-kind">']);
    assert.match(css, /\.px-4 \{\s*padding-inline: calc\(var\(--spacing\) \* 4\)/);
    assert.match(css, /--color-red-600: oklch\(/);
    assert.match(css, /box-sizing: border-box/);
    assert.doesNotMatch(css, /nothing-of-the-kind|\.px-5|--color-red-500/);
    assert.deepEqual([notes, messages], [[], []]);
  });

  it('follow the project’s own entry, theme and imports', async () => {
    const entry = '@import "tailwindcss";\n@import "./styles/brand.css";\n@utility tight { letter-spacing: -0.1em; }';
    const { css, notes } = await styles([{ path: 'src/app.css', css: entry }], ['text-brand tight']);
    assert.match(css, /--color-brand: #123456/);
    assert.match(css, /\.tight \{\s*letter-spacing: -0\.1em/);
    assert.deepEqual(notes, []);
  });

  it('note what is code or not there', async () => {
    const entry =
      '@import "tailwindcss"; @import "tw-animate-css"; @plugin "@tailwindcss/typography"; @config "../coded.config.js";';
    const { css, notes } = await styles([{ path: 'src/app.css', css: entry }], ['p-1 prose']);
    assert.match(css, /\.p-1 /);
    assert.deepEqual(
      new Set(notes.map((note) => (note.kind === 'styling' ? note.name : note.kind))),
      new Set(['tw-animate-css', '@tailwindcss/typography', '../coded.config.js']),
    );
  });

  it('take what a configuration says in plain literals', async () => {
    const named = await styles(
      [{ path: 'src/app.css', css: '@import "tailwindcss"; @config "../tailwind.config.js";' }],
      ['bg-shop'],
    );
    assert.match(named.css, /\.bg-shop \{\s*background-color: #0a0b0c/);
    assert.deepEqual(named.notes, []);
    const given = await styles(
      [],
      ['dark:bg-shop'],
      "export default { darkMode: 'class', theme: { extend: { colors: { shop: '#0a0b0c' } } }, plugins: [forms] }",
    );
    assert.match(given.css, /\.dark\\:bg-shop \{\s*&:is\(\.dark \*\)|\.dark\\:bg-shop:is\(\.dark \*\)/);
  });

  it('read version 3’s directives', async () => {
    const entry =
      '@tailwind base;\n@tailwind components;\n@tailwind utilities;\n@layer components { .btn { @apply px-3; } }';
    const { css, messages } = await styles(
      [
        { path: 'src/app.css', css: entry },
        { path: 'src/A.vue', css: '.a { @apply font-bold; }' },
      ],
      ['border btn'],
    );
    assert.match(css, /\.btn \{\s*padding-inline/);
    assert.match(css, /border-color: var\(--color-gray-200/);
    assert.match(css, /\.a \{[^}]*font-weight/);
    assert.deepEqual(messages, []);
  });

  it('reach into a component’s own style sheets, which have to say what they refer to', async () => {
    const sheet = '.a[data-v-1] { @apply px-4 hover:underline; }';
    const entry = { path: 'src/app.css', css: '@import "tailwindcss";' };
    const without = await styles([entry, { path: 'src/A.vue', css: sheet }], []);
    assert.match(without.css, /\.a\[data-v-1\] \{\s*padding-inline/);
    assert.match(without.messages[0]?.text ?? '', /src\/A\.vue.*@reference/);
    const referring = await styles([entry, { path: 'src/A.vue', css: `@reference "./app.css";\n${sheet}` }], []);
    assert.match(referring.css, /\.a\[data-v-1\] \{\s*padding-inline/);
    assert.deepEqual(referring.messages, []);
  });

  it('go on without what is wrong, and say it in Tailwind’s words', async () => {
    const { css, messages } = await styles(
      [
        { path: 'a.css', css: '@reference "tailwindcss"; .a { @apply no-class; }' },
        { path: 'b.css', css: 'b { color: red }' },
      ],
      ['p-1'],
    );
    assert.match(css, /\.p-1 /);
    assert.match(css, /b \{ color: red \}/);
    assert.deepEqual(messages, [{ level: 'error', text: 'Tailwind: Cannot apply unknown utility class `no-class`' }]);
  });
});
