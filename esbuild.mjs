import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { commonJsChunks, componentBuilds, copyEngine, withinVueCompiler } from './esbuild.components.mjs';

/**
 * Builds everything that ships into dist/: the extension (a small entry, and a chunk for each part that is loaded on
 * first use), the webview, the grammars and the icon font.
 *
 *   node esbuild.mjs                 minified
 *   node esbuild.mjs --development   with source maps, not minified
 *   node esbuild.mjs --watch         the same, again after every change
 */
const root = dirname(fileURLToPath(import.meta.url));
const watching = process.argv.includes('--watch');
const development = watching || process.argv.includes('--development');

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !development,
  sourcemap: development ? 'linked' : false,
  target: 'es2023',
  logLevel: 'warning',
  legalComments: 'none',
};

/** Chunks let each SDK and the prices wait until they are needed. */
const extension = {
  ...common,
  entryPoints: { extension: 'src/extension.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  splitting: true,
  platform: 'node',
  target: 'node22',
  external: ['vscode'],
  sourcemap: development ? 'inline' : false,
  write: false,
  plugins: [commonJsChunks],
};

const components = componentBuilds({ ...common, outdir: 'dist' });

const webview = {
  ...common,
  entryPoints: {
    comparison: 'src/webview/comparison/main.tsx',
    spend: 'src/webview/spend/main.tsx',
    preview: 'src/webview/preview/main.tsx',
    image: 'src/webview/asset/main.tsx',
    previewFrame: 'src/webview/previewFrame/main.ts',
    previewPicture: 'src/webview/previewPicture/main.ts',
  },
  outdir: 'dist/webview',
  format: 'iife',
  platform: 'browser',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.ttf': 'file' },
};

/** Languages whose code is coloured in the panel: shiki's names for them. Embedded languages come along. */
const languages = [
  'astro',
  'c',
  'clojure',
  'cpp',
  'csharp',
  'css',
  'dart',
  'diff',
  'docker',
  'elixir',
  'go',
  'graphql',
  'haskell',
  'html',
  'ini',
  'java',
  'javascript',
  'json',
  'jsonc',
  'jsx',
  'kotlin',
  'less',
  'lua',
  'make',
  'markdown',
  'perl',
  'php',
  'powershell',
  'python',
  'r',
  'ruby',
  'rust',
  'scala',
  'scss',
  'shellscript',
  'sql',
  'svelte',
  'swift',
  'terraform',
  'toml',
  'tsx',
  'typescript',
  'vue',
  'xml',
  'yaml',
  'zig',
];

/** Grammars as JSON, one file each, and which ones each language needs; posted to the panel only when needed. */
async function buildGrammars() {
  const folder = join(root, 'dist', 'grammars');
  await mkdir(folder, { recursive: true });
  const needs = {};
  const written = new Set();
  for (const language of languages) {
    const { default: grammars } = await import(`shiki/dist/langs/${language}.mjs`);
    needs[language] = grammars.map((grammar) => grammar.name);
    for (const grammar of grammars) {
      if (written.has(grammar.name)) continue;
      written.add(grammar.name);
      await writeFile(join(folder, `${grammar.name}.json`), JSON.stringify(grammar));
    }
  }
  await writeFile(join(folder, 'index.json'), JSON.stringify(needs));
}

/** Colour themes for when the person's own cannot be read. */
async function buildThemes() {
  const folder = join(root, 'dist', 'themes');
  await mkdir(folder, { recursive: true });
  for (const name of ['dark-plus', 'light-plus']) {
    const { default: theme } = await import(`shiki/dist/themes/${name}.mjs`);
    await writeFile(join(folder, `${name}.json`), JSON.stringify(theme));
  }
}

/** axe-core as its makers build it, for frames to run: unchanged, as its licence makes simplest. */
async function copyChecker() {
  await mkdir(join(root, 'dist', 'webview'), { recursive: true });
  await copyFile(join(root, 'node_modules', 'axe-core', 'axe.min.js'), join(root, 'dist', 'webview', 'axe.js'));
}

/** The licences of what is bundled, which their terms ask to go along. */
async function collectLicences(metafiles) {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  const packages = new Set(['@shikijs/langs', '@vscode/codicons', 'axe-core', ...withinVueCompiler]);
  for (const input of inputs) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (name !== undefined) packages.add(name);
  }
  const notices = [];
  for (const name of [...packages].sort()) {
    const folder = join(root, 'node_modules', name);
    const { license, repository, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const texts = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'licence'];
    let text = '';
    for (const file of texts) text ||= await readFile(join(folder, file), 'utf8').catch(() => '');
    // The Mozilla Public License asks to say where the source is, and axe-core to name what it is built of.
    const source =
      license === 'MPL-2.0' ? `Source code: ${repository.url.replace(/^git\+/, '')}, version ${version}\n\n` : '';
    const parts = await readFile(join(folder, 'LICENSE-3RD-PARTY.txt'), 'utf8').catch(() => '');
    notices.push(`${name} (${license})\n\n${source}${text.trim()}\n${parts === '' ? '' : `\n${parts.trim()}\n`}`);
  }
  await writeFile(join(root, 'dist', 'THIRD_PARTY_NOTICES.txt'), notices.join(`\n${'-'.repeat(80)}\n\n`));
}

await rm(join(root, 'dist'), { recursive: true, force: true });
if (watching) {
  const builds = [extension, webview, ...components];
  const contexts = await Promise.all(builds.map((build) => esbuild.context(build)));
  await Promise.all([buildGrammars(), buildThemes(), copyChecker(), copyEngine(join(root, 'dist', 'preview'))]);
  await Promise.all(contexts.map((context) => context.watch()));
  console.log('watching for changes');
} else {
  const results = await Promise.all([
    ...[extension, webview, ...components].map((build) => esbuild.build({ ...build, metafile: true })),
    buildGrammars(),
    buildThemes(),
    copyChecker(),
    copyEngine(join(root, 'dist', 'preview')),
  ]);
  await collectLicences(results.filter((result) => result?.metafile).map((result) => result.metafile));
}
