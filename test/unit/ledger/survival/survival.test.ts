import { corruptFile } from './corruptFile.ts';
import { damageFoundAtOnce } from './damageFoundAtOnce.ts';
import { endedAtEveryStep } from './endedAtEveryStep.ts';
import { fullDisk } from './fullDisk.ts';
import { killedAtAnyMoment } from './killedAtAnyMoment.ts';
import { lockedFile } from './lockedFile.ts';
import { otherFiles } from './otherFiles.ts';
import { setAsideWhileOpened } from './setAsideWhileOpened.ts';
import { SurvivalReport } from './survivalReport.ts';
import { wrongClock } from './wrongClock.ts';

describe('the ledger survives', function () {
  this.timeout(180_000);
  const report = new SurvivalReport();
  endedAtEveryStep(report);
  killedAtAnyMoment(report);
  fullDisk(report);
  corruptFile(report);
  damageFoundAtOnce(report);
  setAsideWhileOpened(report);
  lockedFile(report);
  wrongClock(report);
  otherFiles(report);

  after(() => {
    for (const line of report.lines()) console.log(line);
  });
});
