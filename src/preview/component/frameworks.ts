import reactPackage from 'react/package.json' with { type: 'json' };
import sveltePackage from 'svelte/package.json' with { type: 'json' };
import vuePackage from 'vue/package.json' with { type: 'json' };
import type { FrameworkKind } from '../../app/preview/componentPorts.ts';
import type { ComponentFramework, ModuleCompiler } from './componentFramework.ts';

/** The frameworks whose components can be shown. */
export const frameworks: Readonly<Record<FrameworkKind, ComponentFramework>> = {
  react: {
    packages: ['react', 'react-dom'],
    version: { name: 'react', shown: reactPackage.version },
    runtimes: { static: 'reactStatic.js', live: 'reactLive.js' },
  },
  vue: {
    packages: ['vue'],
    version: { name: 'vue', shown: vuePackage.version },
    runtimes: { static: 'vueStatic.js', live: 'vueLive.js' },
  },
  svelte: {
    packages: ['svelte'],
    version: { name: 'svelte', shown: sveltePackage.version },
    runtimes: { static: 'svelteStatic.js', live: 'svelteLive.js' },
  },
};

/** Files that need a compiler of their own, by the ending of their names. Each compiler is loaded on first use. */
export const ownCompilers: Readonly<Record<'vue' | 'svelte', () => Promise<ModuleCompiler>>> = {
  vue: async () => (await import('./vue/compileVue.ts')).compileVue,
  svelte: async () => (await import('./svelte/compileSvelte.ts')).compileSvelte,
};
