import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { panelHtml } from '../../../src/panel/panelHtml.ts';
import type { GalleryTheme } from './galleryThemes.ts';
import { webviewStyles } from './webviewStyles.ts';

/** An intent that a panel posted to its host. */
export interface PostedMessage {
  readonly type: string;
  readonly payload: unknown;
}

/** What a built page of the extension's is opened with. */
export interface BuiltPageOptions {
  readonly context: BrowserContext;
  readonly theme: GalleryTheme;
  readonly size: { readonly width: number; readonly height: number };
  /** The built extension. */
  readonly dist: string;
  /** Its script and style sheet, and the name of its landmark; or the page itself, of one that has all in it. */
  readonly panel:
    | { readonly script: 'comparison' | 'spend' | 'image'; readonly landmark: string }
    | { readonly html: string };
}

/** A built page in a browser's. */
export interface BuiltPage {
  readonly page: Page;
  /** What the page complained about; grows. */
  readonly faults: readonly string[];
}

const origin = 'http://panel.test';

/** A built panel in a page of its own, with VS Code's styles, variables and policy around it, and a host that only listens. */
export async function openBuiltPage({ context, theme, size, dist, panel }: BuiltPageOptions): Promise<BuiltPage> {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  await page.setViewportSize(size);
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: pageHtml(panel) });
    else if (pathname === '/webview.css') await route.fulfill({ contentType: 'text/css', body: webviewStyles });
    else await route.fulfill({ path: join(dist, 'webview', pathname) });
  });
  await page.addInitScript(installFakeHost, theme.variables);
  await page.goto(`${origin}/`);
  await page.evaluate((name) => document.body.classList.add(name), theme.bodyClass);
  return { page, faults };
}

/** Posts as the host does, and waits until it is on the screen. */
export async function postToPage(page: Page, posted: unknown): Promise<void> {
  await page.evaluate(async (message) => {
    window.postMessage(message);
    // A message, a rendering and a frame.
    for (let turn = 0; turn < 3; turn += 1) await new Promise(requestAnimationFrame);
  }, posted);
}

/** What the page has told its host so far. */
export function postedBy(page: Page): Promise<readonly PostedMessage[]> {
  return page.evaluate(() => (window as unknown as { posted: PostedMessage[] }).posted);
}

function pageHtml(panel: BuiltPageOptions['panel']): string {
  if ('html' in panel) return panel.html.replace('<style', `<style>${webviewStyles}</style><style`);
  const { script, landmark } = panel;
  const html = panelHtml({
    nonce: 'Z2FsbGVyeQ==',
    cspSource: origin,
    scriptUri: `/${script}.js`,
    styleUri: `/${script}.css`,
    showsPictures: script !== 'spend',
    landmark,
    locale: 'en',
  });
  return html.replace('<link', '<link rel="stylesheet" href="/webview.css"><link');
}

/** Runs in the page before anything else: what VS Code puts there. */
function installFakeHost(variables: Readonly<Record<string, string>>): void {
  const posted: unknown[] = [];
  Object.assign(window, {
    posted,
    acquireVsCodeApi: () => ({
      postMessage: (message: unknown) => posted.push(message),
      getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
      setState: (state: unknown) => sessionStorage.setItem('state', JSON.stringify(state)),
    }),
  });
  document.addEventListener('DOMContentLoaded', () => {
    for (const [name, value] of Object.entries(variables)) {
      document.documentElement.style.setProperty(`--vscode-${name}`, value);
    }
  });
}
