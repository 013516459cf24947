import { type StartedWorkbench, startWorkbench, type WorkbenchOptions } from './startWorkbench.ts';
import { waitLimit } from './waitUntil.ts';
import type { Workbench } from './workbench.ts';

/**
 * Gives the tests of the surrounding `describe` one window of their own: started before the first, stopped after the
 * last. A test that fails leaves a picture in `out/screenshots` and shows what the extension host logged.
 */
export function useWorkbench(options: WorkbenchOptions = {}): () => Workbench {
  let started: StartedWorkbench | undefined;
  const workbench = (): Workbench => {
    if (started === undefined) {
      throw new Error('The window is there only while tests run.');
    }
    return started.workbench;
  };
  before(async function () {
    // May have to install VS Code and a browser first.
    this.timeout(10 * waitLimit);
    started = await startWorkbench(options);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed' && started !== undefined) {
      const name = this.currentTest.fullTitle().replaceAll(/[^\w]+/g, '-');
      await started.workbench.screenshot(`failed-${name}`).catch(() => console.log('No picture could be taken.'));
      console.log(await started.workbench.server.lastLogLines());
    }
  });
  after(async () => {
    await started?.stop();
    started = undefined;
  });
  return workbench;
}
