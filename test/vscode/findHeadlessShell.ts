import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installDebianPackage } from './installDebianPackage.ts';

/**
 * Finds Chromium's headless shell, and returns the path of its program: the browser's engine with the layer around it
 * that Electron is built on, and without what Chrome has around that, such as connecting ahead of a navigation.
 *
 * Order: the variable TIEBREAK_HEADLESS_SHELL, an installed one, and on Debian as root the distribution's own package,
 * which is then installed.
 *
 * @throws Error with one sentence that says what to do when there is none.
 */
export async function findHeadlessShell(): Promise<string> {
  const chosen = process.env.TIEBREAK_HEADLESS_SHELL;
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return chosen;
    throw new Error(`TIEBREAK_HEADLESS_SHELL names ${chosen}, which is not there. Set it to the path of one.`);
  }
  const folders = (process.env.PATH ?? '').split(':').concat('/usr/bin');
  const names = ['chromium-headless-shell', 'chrome-headless-shell'];
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  if (found !== undefined) return found;
  await installDebianPackage(
    'chromium-headless-shell',
    'No headless shell was found to run the tests in',
    'Install one (npx @puppeteer/browsers install chrome-headless-shell) and set TIEBREAK_HEADLESS_SHELL to its path.',
  );
  return '/usr/bin/chromium-headless-shell';
}
