import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../vscode/projectFolder.ts';
import { runNpm } from '../vscode/runNpm.ts';
import { createTemporaryFolder, removeFolder } from '../vscode/temporaryFolder.ts';
import { type Measures, measured } from './measure.ts';

/** Measures the package that `npm run package` makes, which is what a person downloads. */
export async function measurePackage(): Promise<Measures> {
  const folder = await createTemporaryFolder('package');
  try {
    const file = join(folder, 'tiebreak.vsix');
    await runNpm(['run', 'package', '--', '--out', file], projectFolder);
    return { package: measured((await stat(file)).size / 1_000_000, 'MB') };
  } finally {
    await removeFolder(folder);
  }
}
