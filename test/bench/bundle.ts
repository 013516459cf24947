import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectFolder } from '../vscode/projectFolder.ts';
import { type Measures, measured } from './measure.ts';

/** Packages that are loaded on first use, and would be most of the bundle if they were not. */
const heavyPackages = ['openai', '@anthropic-ai/sdk', '@pydantic/genai-prices'];

/**
 * Measures the built files: what is read when the extension is activated (its entry and all that it imports without
 * waiting for a first use) beside the SDKs and prices alone, minified alike; and script and style of the panel and of the
 * dashboard.
 */
export async function measureBundle(): Promise<Measures> {
  const heavy = await sizeOfHeavyPackages();
  return {
    'bundle.activation': measured((await bytesReadAtActivation()) / 1000, 'kB', heavy / 1000),
    'bundle.webview': measured((await sizeOfPage('comparison')) / 1000, 'kB'),
    'bundle.dashboard': measured((await sizeOfPage('spend')) / 1000, 'kB'),
  };
}

async function sizeOfPage(name: string): Promise<number> {
  const sizes = await Promise.all(
    ['js', 'css'].map(async (kind) => (await stat(join(projectFolder, 'dist/webview', `${name}.${kind}`))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function bytesReadAtActivation(): Promise<number> {
  const entry = 'dist/extension.cjs';
  const { metafile } = await build({
    absWorkingDir: projectFolder,
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['vscode'],
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const read = new Set<string>();
  const pending = [entry];
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (read.has(file)) continue;
    read.add(file);
    const imports = metafile.inputs[file]?.imports ?? [];
    pending.push(
      ...imports.filter(({ kind, external }) => kind === 'import-statement' && !external).map(({ path }) => path),
    );
  }
  const sizes = [...read].map((file) => metafile.inputs[file]?.bytes ?? 0);
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function sizeOfHeavyPackages(): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: heavyPackages.map((name) => `export * as _${name.replaceAll(/\W/g, '_')} from '${name}';`).join('\n'),
      resolveDir: projectFolder,
    },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    legalComments: 'none',
    write: false,
    logLevel: 'error',
  });
  return outputFiles.reduce((sum, { contents }) => sum + contents.length, 0);
}
