import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectFolder } from './projectFolder.ts';

/**
 * Bundles a folder's `*.test.ts` files (found by pattern, so that none can be forgotten) into one module that exports
 * `run()`, the way an extension host wants its tests, and returns that module's path.
 *
 * @throws Error when there is not one test file, or when one does not compile.
 */
export async function bundleEditorTests(testsFolder: string): Promise<string> {
  const files: string[] = [];
  for await (const file of glob('**/*.test.ts', { cwd: testsFolder })) {
    files.push(file.replaceAll('\\', '/'));
  }
  if (files.length === 0) {
    throw new Error(`There is no test file in ${testsFolder}.`);
  }
  const entries = files.sort().map((file) => `[${JSON.stringify(file)}, () => import(${JSON.stringify(`./${file}`)})]`);
  const runner = JSON.stringify(join(projectFolder, 'test', 'editor', 'index.ts'));
  const bundle = join(projectFolder, 'out', 'test', 'editor', 'index.cjs');
  await build({
    stdin: {
      contents: `import { runTestFiles } from ${runner};\nexport const run = () => runTestFiles([${entries.join(', ')}]);`,
      resolveDir: testsFolder,
      sourcefile: 'editorTests.ts',
      loader: 'ts',
    },
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    sourcemap: 'linked',
    // mocha finds its own parts at run time; vscode exists only in the extension host.
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return bundle;
}
