import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { componentBuilds, copyEngine } from '../../../../esbuild.components.mjs';
import { projectFolder } from '../../../vscode/projectFolder.ts';

/** The thread and the runtimes as they ship, built for one suite. */
export interface BuiltComponents {
  readonly worker: string;
  /** The folder of the runtimes and of the engine. */
  readonly folder: string;
  runtime(name: string): Promise<string>;
  engine(): Promise<ArrayBuffer>;
}

/** Builds them before a suite's tests, into a folder that goes with it. */
export function useBuiltComponents(): () => BuiltComponents {
  let built: BuiltComponents | null = null;
  let outdir = '';
  before(async () => {
    outdir = await mkdtemp(join(tmpdir(), 'tiebreak-components-'));
    const folder = join(outdir, 'preview');
    const common = {
      absWorkingDir: projectFolder,
      outdir,
      bundle: true,
      minify: false,
      sourcemap: false,
      target: 'es2023',
      logLevel: 'warning',
    } as const;
    await Promise.all([...componentBuilds(common).map((each) => build(each)), copyEngine(folder)]);
    built = {
      worker: join(outdir, 'previewWorker.cjs'),
      folder,
      runtime: (name) => readFile(join(folder, name), 'utf8'),
      engine: async () => new Uint8Array(await readFile(join(folder, 'quickjs.wasm'))).buffer,
    };
  });
  after(() => rm(outdir, { recursive: true, force: true }));
  return () => {
    if (built === null) throw new Error('Not built yet');
    return built;
  };
}
