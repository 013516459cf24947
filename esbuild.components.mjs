import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const quickjs = '@jitl/quickjs-wasmfile-release-sync';

/**
 * Turns the chunks of a build into CommonJS, which esbuild does not split by itself. VS Code reads ES modules in turns
 * with whatever else starts up, which delays activation by a multiple of what `require` takes.
 */
export const commonJsChunks = {
  name: 'commonjs-chunks',
  setup(build) {
    build.onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        const { code } = await esbuild.transform(text, {
          format: 'cjs',
          platform: 'node',
          target: build.initialOptions.target,
          minify: build.initialOptions.minify,
          sourcemap: build.initialOptions.sourcemap,
          legalComments: 'none',
          // Loaded by `require` too, still on first use.
          supported: { 'dynamic-import': false },
        });
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, code);
      }
    });
  },
};

/** What the one file of Vue's compiler is made of, which no build sees. */
export const withinVueCompiler = [
  '@babel/parser',
  '@jridgewell/sourcemap-codec',
  '@vue/compiler-core',
  '@vue/compiler-dom',
  '@vue/compiler-ssr',
  '@vue/shared',
  'entities',
  'estree-walker',
  'magic-string',
  'picocolors',
  'postcss',
  'source-map-js',
];

/**
 * What previews components: the thread that compiles and runs them, and each framework's runtimes, for the sandbox with
 * all of its warnings and for a frame without.
 */
export function componentBuilds(common) {
  const runtimes = (mode, entryPoints) => ({
    ...common,
    minify: true,
    sourcemap: false,
    entryPoints,
    outdir: join(common.outdir, 'preview'),
    format: 'iife',
    globalName: 'tiebreakRuntime',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
  });
  return [
    {
      ...common,
      entryPoints: { previewWorker: 'src/preview/component/worker/main.ts' },
      outExtension: { '.js': '.cjs' },
      chunkNames: 'chunks/preview/[name]-[hash]',
      format: 'esm',
      splitting: true,
      platform: 'node',
      target: 'node22',
      sourcemap: common.sourcemap === false ? false : 'inline',
      write: false,
      // The engine's build for Node looks for its own file; this one takes what it is given.
      // Vue's compiler for Node looks for preprocessors of every template language there is.
      alias: {
        [`${quickjs}/emscripten-module`]: inModules(`${quickjs}/dist/emscripten-module.browser.mjs`),
        'vue/compiler-sfc': inModules('@vue/compiler-sfc/dist/compiler-sfc.esm-browser.js'),
      },
      define: { 'import.meta.url': '"file:///"' },
      plugins: [commonJsChunks],
    },
    {
      ...runtimes('development', { reactStatic: 'src/preview/component/runtime/react/reactStatic.ts' }),
      // Of React's renderers, the one that needs nothing but the language.
      alias: {
        'react-dom/server.browser': inModules('react-dom/cjs/react-dom-server-legacy.browser.development.js'),
      },
    },
    runtimes('production', { reactLive: 'src/preview/component/runtime/react/reactLive.ts' }),
    vueRuntime(runtimes('development', { vueStatic: 'src/preview/component/runtime/vue/vueStatic.ts' })),
    vueRuntime(runtimes('production', { vueLive: 'src/preview/component/runtime/vue/vueLive.ts' })),
    // Svelte's packages are other files on a server than in a browser.
    svelteRuntime(
      runtimes('production', { svelteStatic: 'src/preview/component/runtime/svelte/svelteStatic.ts' }),
      'worker',
    ),
    svelteRuntime(
      runtimes('production', { svelteLive: 'src/preview/component/runtime/svelte/svelteLive.ts' }),
      'browser',
    ),
  ];
}

/** Frames allow no policy but our own, which lets through what elements are made of, and would report the attempt. */
const withoutTrustedTypes = { 'window.trustedTypes': 'undefined', 'globalThis.window.trustedTypes': 'undefined' };

/** Vue without its compiler: templates are functions by then. https://vuejs.org/api/compile-time-flags */
function vueRuntime(build) {
  const flags = {
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  };
  return { ...build, define: { ...build.define, ...flags, ...withoutTrustedTypes } };
}

function svelteRuntime(build, condition) {
  return {
    ...build,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: [condition],
    // Only asked for by what renders asynchronously.
    external: ['node:async_hooks'],
    define: { ...build.define, ...withoutTrustedTypes },
  };
}

/** The sandbox's engine, and the style sheets of Tailwind's package. @param folder where to */
export async function copyEngine(folder) {
  await mkdir(folder, { recursive: true });
  await copyFile(inModules('tailwindcss/theme.css'), join(folder, 'tailwindTheme.css'));
  await copyFile(inModules('tailwindcss/preflight.css'), join(folder, 'tailwindPreflight.css'));
  await copyFile(inModules(`${quickjs}/dist/emscripten-module.wasm`), join(folder, 'quickjs.wasm'));
}

function inModules(path) {
  return join(root, 'node_modules', path);
}
