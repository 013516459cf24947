import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { type ColourTheme, loadColourTheme } from '../../../src/panel/colours/colourTheme.ts';
import { grammarOfLanguage } from '../../../src/panel/colours/grammarNames.ts';
import { panelHtml } from '../../../src/panel/panelHtml.ts';
import type { ColoursView, ComparisonView } from '../../../src/shared/comparisonView.ts';
import type { Envelope, HostMessages } from '../../../src/shared/messages.ts';
import type { GalleryTheme } from './galleryThemes.ts';
import { webviewStyles } from './webviewStyles.ts';

/** Where the panel's parts are. */
export interface GalleryFolders {
  /** The built extension. */
  readonly dist: string;
  /** VS Code's own themes; where they are not, plainer ones stand in. */
  readonly themes: string;
}

export interface GalleryPageOptions extends GalleryFolders {
  readonly context: BrowserContext;
  readonly theme: GalleryTheme;
  readonly size: { readonly width: number; readonly height: number };
}

/** An intent that the panel posted to its host. */
export interface PostedMessage {
  readonly type: string;
  readonly payload: unknown;
}

const origin = 'http://panel.test';

/** The built panel in a page of its own, with VS Code's styles, variables and policy around it, and a host that only listens. */
export class GalleryPage {
  readonly page: Page;
  /** What the page complained about. */
  readonly faults: readonly string[];
  readonly #colours: ColoursView;
  readonly #theme: GalleryTheme;

  constructor(page: Page, faults: readonly string[], colours: ColoursView, theme: GalleryTheme) {
    this.page = page;
    this.faults = faults;
    this.#colours = colours;
    this.#theme = theme;
  }

  static async open({ context, theme, size, dist, themes }: GalleryPageOptions): Promise<GalleryPage> {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
    await page.setViewportSize(size);
    await page.route(`${origin}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: pageHtml() });
      else if (pathname === '/webview.css') await route.fulfill({ contentType: 'text/css', body: webviewStyles });
      else await route.fulfill({ path: join(dist, 'webview', pathname) });
    });
    await page.addInitScript(installFakeHost, theme.variables);
    await page.goto(`${origin}/`);
    return new GalleryPage(page, faults, await coloursFor(theme, { dist, themes }), theme);
  }

  /** Shows a comparison from nothing. */
  async show(view: ComparisonView): Promise<void> {
    const { comparisonId } = view;
    await this.page.evaluate((name) => document.body.classList.add(name), this.#theme.bodyClass);
    await this.post({ type: 'view-replaced', comparisonId, payload: { view: { ...view, colours: this.#colours } } });
    await this.page.waitForSelector('header.task');
  }

  /** Posts as the host does, and waits until it is on the screen. */
  async post(message: Envelope<HostMessages>): Promise<void> {
    await this.page.evaluate(async (posted) => {
      window.postMessage([posted]);
      // A message, a rendering and a frame.
      for (let turn = 0; turn < 3; turn += 1) await new Promise(requestAnimationFrame);
    }, message);
  }

  /** What the panel has told its host so far. */
  posted(): Promise<readonly PostedMessage[]> {
    return this.page.evaluate(() => (window as unknown as { posted: PostedMessage[] }).posted);
  }

  /** What VS Code does to a panel that was hidden and is shown again: a new document, with the state that it saved. */
  async reload(view: ComparisonView): Promise<void> {
    await this.page.reload();
    await this.show(view);
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

function pageHtml(): string {
  const html = panelHtml({
    nonce: 'Z2FsbGVyeQ==',
    cspSource: origin,
    scriptUri: '/comparison.js',
    styleUri: '/comparison.css',
    landmark: 'Comparison',
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

async function coloursFor(theme: GalleryTheme, { dist, themes }: GalleryFolders): Promise<ColoursView> {
  const read = (path: string) => readFile(path, 'utf8').catch(() => null);
  const own = await loadColourTheme(join(themes, theme.file), theme.type, read);
  const bundled = async (): Promise<ColourTheme> =>
    JSON.parse(await readFile(join(dist, 'themes', `${theme.fallback}.json`), 'utf8'));
  const names: Readonly<Record<string, readonly string[]>> = JSON.parse(
    await readFile(join(dist, 'grammars/index.json'), 'utf8'),
  );
  const needed = [...new Set(['typescript', 'python', 'go', 'sql'].flatMap((language) => names[language] ?? []))];
  const grammars = await Promise.all(
    needed.map(
      async (name): Promise<object> => JSON.parse(await readFile(join(dist, 'grammars', `${name}.json`), 'utf8')),
    ),
  );
  return { theme: own ?? (await bundled()), grammars, grammarOfLanguage };
}
