import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { type ColourTheme, loadColourTheme } from '../../../src/panel/colours/colourTheme.ts';
import { grammarOfLanguage } from '../../../src/panel/colours/grammarNames.ts';
import type { ColoursView, ComparisonView } from '../../../src/shared/comparisonView.ts';
import type { Envelope, HostMessages } from '../../../src/shared/messages.ts';
import { openBuiltPage, type PostedMessage, postedBy, postToPage } from './builtPage.ts';
import type { GalleryTheme } from './galleryThemes.ts';

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
    const panel = { script: 'comparison', landmark: 'Comparison' } as const;
    const { page, faults } = await openBuiltPage({ context, theme, size, dist, panel });
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
  post(message: Envelope<HostMessages>): Promise<void> {
    return postToPage(this.page, [message]);
  }

  /** What the panel has told its host so far. */
  posted(): Promise<readonly PostedMessage[]> {
    return postedBy(this.page);
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
