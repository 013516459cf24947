import type { Locator, Page } from 'playwright-core';
import type { ContextMenu } from './contextMenu.ts';

/** The tree of files at the left. */
export class Explorer {
  readonly #tree: Locator;
  readonly #contextMenu: ContextMenu;

  constructor(page: Page, contextMenu: ContextMenu) {
    this.#tree = page.locator('.explorer-folders-view');
    this.#contextMenu = contextMenu;
  }

  /** Right-clicks a file or folder, unfolding the folders above it, and chooses from the menu. */
  async chooseFromContextMenu(path: string, label: string): Promise<void> {
    const row = await this.reveal(path);
    await this.#contextMenu.choose(label, () => row.click({ button: 'right' }));
  }

  /** Unfolds the folders on the way to a path, and returns its row. */
  async reveal(path: string): Promise<Locator> {
    const names = path.split('/');
    let row = this.#row(names[0] ?? path, 1);
    await row.waitFor();
    for (const [depth, name] of names.entries()) {
      if (depth === 0) {
        continue;
      }
      if ((await row.getAttribute('aria-expanded')) === 'false') {
        await row.click();
      }
      row = this.#row(name, depth + 1);
      await row.waitFor();
    }
    return row;
  }

  /** Reads the tree anew, with the button above it. */
  async refresh(): Promise<void> {
    await this.#tree.hover();
    await this.#tree.page().getByRole('button', { name: 'Refresh Explorer' }).click();
  }

  #row(name: string, level: number): Locator {
    const label = this.#tree.page().locator('.monaco-icon-label .label-name').getByText(name, { exact: true });
    return this.#tree.locator(`.monaco-list-row[aria-level="${level}"]`).filter({ has: label });
  }
}
