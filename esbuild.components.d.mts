import type { BuildOptions, Plugin } from 'esbuild';

export const commonJsChunks: Plugin;
export function componentBuilds(common: BuildOptions & { readonly outdir: string }): readonly BuildOptions[];
export function copyEngine(folder: string): Promise<void>;
export const withinVueCompiler: readonly string[];
