import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleEditorTests } from './bundleEditorTests.ts';
import { launchBrowser } from './launchBrowser.ts';
import { originalPositions } from './originalPositions.ts';
import { projectFolder } from './projectFolder.ts';
import { receiveOutcomes } from './receiveOutcomes.ts';
import { startServer } from './startServer.ts';
import { createTemporaryFolder, removeFolder } from './temporaryFolder.ts';
import {
  addCounts,
  countOutcomes,
  crashed,
  describeOutcome,
  type TestCounts,
  type TestOutcome,
} from './testOutcome.ts';
import type { UserSettings } from './userSettings.ts';
import { type VersionName, vscodeVersions } from './vscodeVersions.ts';

export interface EditorTestOptions {
  readonly version: VersionName;
  /** Opened in VS Code as a fresh copy; the sample workspace if not given. */
  readonly workspaceFolder?: string;
  /** Where the `*.test.ts` files are; `test/editor` if not given. */
  readonly testsFolder?: string;
  /** The extension to load; the checkout if not given. */
  readonly developmentPath?: string;
  readonly settings?: UserSettings;
  readonly environment?: Readonly<Record<string, string>>;
  /** Only tests with this in their full title. */
  readonly grep?: string;
  /** The whole run is given up after this many milliseconds; ten minutes if not given. */
  readonly limitMilliseconds?: number;
}

/**
 * Runs the tests that need a real extension host: bundles them, starts a VS Code server and a browser on a copy of the
 * workspace, and prints each outcome as it comes. A run that breaks down counts as a failure, and shows what the
 * extension host logged last.
 */
export async function runEditorTests(options: EditorTestOptions): Promise<TestCounts> {
  const testsPath = await bundleEditorTests(options.testsFolder ?? join(projectFolder, 'test', 'editor'));
  const toSources = await originalPositions(testsPath);
  const workspace = await createTemporaryFolder('workspace');
  await cp(options.workspaceFolder ?? join(projectFolder, 'media', 'sample'), workspace, { recursive: true });
  const outcomes: TestOutcome[] = [];
  const receiver = await receiveOutcomes((outcome) => {
    outcomes.push(outcome);
    console.log(toSources(describeOutcome(outcome)));
  });
  const server = await startServer({
    version: options.version,
    settings: options.settings ?? {},
    extensionPaths: true,
    environment: {
      ...options.environment,
      TIEBREAK_TEST_PORT: String(receiver.port),
      ...(options.grep === undefined ? {} : { TIEBREAK_TEST_GREP: options.grep }),
    },
  });
  const browser = await launchBrowser();
  const limit = options.limitMilliseconds ?? 600_000;
  try {
    const exited = new Promise<string>((resolve) => {
      const giveUp = setTimeout(() => resolve(`was not done after ${limit / 1000} s`), limit);
      giveUp.unref();
      browser.page.once('crash', () => resolve('lost its page: the browser ran out of memory or crashed'));
      // The workbench calls this when the extension host that runs the tests has ended.
      browser.page
        .exposeFunction('codeAutomationExit', (code: number) => resolve(`ended with exit code ${code}`))
        .catch(() => resolve('could not be watched'));
    });
    const paths = { developmentPath: options.developmentPath ?? projectFolder, testsPath };
    await browser.page.goto(server.url(workspace, paths));
    const ending = await Promise.race([receiver.finished, exited]);
    if (ending === 'complete' && outcomes.length > 0) {
      return countOutcomes(outcomes);
    }
    const why = { complete: 'ran no test', incomplete: 'went away in the middle of the tests' }[ending] ?? ending;
    console.log(`The extension host of VS Code ${vscodeVersions[options.version].vscode} ${why}.`);
    console.log(await server.lastLogLines());
    return addCounts(countOutcomes(outcomes), crashed);
  } finally {
    receiver.close();
    await browser.close();
    await server.stop();
    await removeFolder(workspace);
  }
}
