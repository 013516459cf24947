import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { installDebianPackage } from './installDebianPackage.ts';

/**
 * Finds a Chromium-like browser to drive, and returns the path of its program.
 *
 * Order: the variable TIEBREAK_BROWSER, an installed Chrome, Chromium or Edge, the one that Playwright may have
 * downloaded, and on Debian as root the distribution's own package, which is then installed.
 *
 * @throws Error with one sentence that says what to do when there is none.
 */
export async function findBrowser(): Promise<string> {
  const chosen = process.env.TIEBREAK_BROWSER;
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) {
      throw new Error(
        `TIEBREAK_BROWSER names ${chosen}, which is not there. Set it to the path of a Chrome, Chromium or Edge.`,
      );
    }
    return chosen;
  }
  const found = [...installedBrowsers(), chromium.executablePath()].find((path) => path !== '' && existsSync(path));
  return found ?? installDebianBrowser();
}

function installedBrowsers(): readonly string[] {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name] ?? '');
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return programs.flatMap((program) => roots.filter((root) => root !== '').map((root) => join(root, program)));
  }
  const names = [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'microsoft-edge-stable',
  ];
  const folders = (process.env.PATH ?? '').split(':').concat('/usr/bin', '/opt/google/chrome', '/snap/bin');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function installDebianBrowser(): Promise<string> {
  await installDebianPackage(
    'chromium',
    'No browser was found to run the tests in',
    'Install Chrome, Chromium or Edge, or set TIEBREAK_BROWSER to the path of one.',
  );
  return '/usr/bin/chromium';
}
