import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from './findBrowser.ts';
import { findHeadlessShell } from './findHeadlessShell.ts';

export interface BrowserOptions {
  /** In CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Device pixels to a CSS pixel; 2 gives screenshots that are sharp on good screens. */
  readonly pixelRatio?: number;
  /** The whole browser if not given; `shell`: its engine as Electron has it, without the browser around it. */
  readonly program?: 'browser' | 'shell' | undefined;
}

/** A browser with an empty profile and one page in it. */
export interface LaunchedBrowser {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
  close(): Promise<void>;
}

/**
 * Starts a browser with an empty profile, without a window, and with nothing in it that talks to the network of its
 * own accord.
 *
 * @throws Error when there is no browser and none can be installed.
 */
export async function launchBrowser(options: BrowserOptions = {}): Promise<LaunchedBrowser> {
  const browser = await chromium.launch({
    executablePath: options.program === 'shell' ? await findHeadlessShell() : await findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // As browsers and Electron have it by default: sites have processes of their own.
      ...(options.program === 'shell' ? ['--site-per-process'] : []),
    ],
  });
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1440, height: 900 },
    deviceScaleFactor: options.pixelRatio ?? 1,
    locale: 'en-US',
  });
  return { browser, context, page: await context.newPage(), close: () => browser.close() };
}
