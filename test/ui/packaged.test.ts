import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../vscode/projectFolder.ts';
import { runProcess } from '../vscode/runProcess.ts';
import { describeMainJob } from './stories/mainJob.ts';

const vsix = join(projectFolder, 'out', 'tiebreak.vsix');

describe('The package', () => {
  before(async function () {
    this.timeout(120_000);
    await mkdir(join(projectFolder, 'out'), { recursive: true });
    await runProcess(process.execPath, ['--run', 'package', '--', '--out', vsix], { folder: projectFolder });
  });

  describeMainJob('installed as a person installs it', { extension: { vsix } });
});
