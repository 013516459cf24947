import reactPackage from 'react/package.json' with { type: 'json' };
import type { FrameworkKind } from '../../app/preview/componentPorts.ts';
import type { ComponentFramework, ModuleCompiler } from './componentFramework.ts';

/** The frameworks whose components can be shown; null for those that cannot yet. */
export const frameworks: Readonly<Record<FrameworkKind, ComponentFramework | null>> = {
  react: {
    packages: ['react', 'react-dom'],
    version: { name: 'react', shown: reactPackage.version },
    runtimes: { static: 'reactStatic.js', live: 'reactLive.js' },
  },
  vue: null,
  svelte: null,
};

/** Files that need a compiler of their own, by the ending of their names. Each compiler is loaded on first use. */
export const ownCompilers: Readonly<Record<'vue' | 'svelte', (() => Promise<ModuleCompiler>) | null>> = {
  vue: null,
  svelte: null,
};
