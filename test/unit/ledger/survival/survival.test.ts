import { corruptFile } from './corruptFile.ts';
import { endedAtEveryStep } from './endedAtEveryStep.ts';
import { killedAtAnyMoment } from './killedAtAnyMoment.ts';
import { SurvivalReport } from './survivalReport.ts';

describe('the ledger survives', function () {
  this.timeout(180_000);
  const report = new SurvivalReport();
  endedAtEveryStep(report);
  killedAtAnyMoment(report);
  corruptFile(report);

  after(() => {
    for (const line of report.lines()) console.log(line);
  });
});
