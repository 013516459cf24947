import type { Locator, Page } from 'playwright-core';
import type { ContextMenu } from './contextMenu.ts';
import type { Explorer } from './explorer.ts';
import type { QuickInput } from './quickInput.ts';
import type { StatusBar } from './statusBar.ts';
import { waitUntil } from './waitUntil.ts';

/** A place in a file as the status bar counts it: both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

interface TextEditorParts {
  readonly explorer: Explorer;
  readonly quickInput: QuickInput;
  readonly contextMenu: ContextMenu;
  readonly statusBar: StatusBar;
}

/** The text editor that has, or last had, the focus. */
export class TextEditor {
  readonly #page: Page;
  readonly #parts: TextEditorParts;
  /** The editor of the file that was opened last. */
  #locator: Locator;

  constructor(page: Page, parts: TextEditorParts) {
    this.#page = page;
    this.#parts = parts;
    this.#locator = page.locator('.editor-instance .monaco-editor').first();
  }

  /** Opens a file of the workspace by its path from the workspace's root, and puts the focus into it. */
  async open(path: string): Promise<void> {
    const row = await this.#parts.explorer.reveal(path);
    await row.dblclick();
    this.#locator = this.#page.locator(`.editor-instance .monaco-editor[data-uri$="/${path}"]`).first();
    await this.#locator.locator('.view-line').first().waitFor();
    await this.focus();
  }

  async focus(): Promise<void> {
    await this.#locator.locator('.native-edit-context, textarea.inputarea').first().focus();
  }

  async setCursor(place: Place): Promise<void> {
    await this.focus();
    await this.#parts.quickInput.open(`:${place.line}:${place.column}`);
    await this.#page.keyboard.press('Enter');
    await this.#parts.statusBar.waitForText('status.editor.selection', `Ln ${place.line}, Col ${place.column}`);
  }

  /** Selects from one place up to another. */
  async select(from: Place, to: Place): Promise<void> {
    await this.setCursor(from);
    await this.#parts.quickInput.run('Set Selection Anchor');
    await this.setCursor(to);
    await this.#parts.quickInput.run('Select from Anchor to Cursor');
    await this.#parts.statusBar.waitForText('status.editor.selection', /selected/);
  }

  /** Right-clicks on the cursor, or into the selection if there is one, and chooses from the menu. */
  chooseFromContextMenu(label: string): Promise<void> {
    return this.#parts.contextMenu.choose(label, () => this.rightClick());
  }

  async rightClick(): Promise<void> {
    await this.focus();
    const selected = this.#locator.locator('.selected-text').first();
    const target = (await selected.count()) > 0 ? selected : this.#locator.locator('.cursor').first();
    const box = await waitUntil('the cursor to be in view', async () => (await target.boundingBox()) ?? undefined);
    await this.#page.mouse.click(box.x + Math.min(2, box.width / 2), box.y + box.height / 2, { button: 'right' });
    await this.#parts.contextMenu.items.first().waitFor();
  }

  /**
   * Opens the lightbulb's menu at the cursor and chooses the fix with this title. Opens it again while the fix is not
   * there: what offers it may still be starting.
   */
  async chooseQuickFix(title: string): Promise<void> {
    const rows = this.#page.locator('.action-widget .monaco-list-row');
    const row = rows.filter({ hasText: title }).first();
    await waitUntil(`the quick fix ${title}`, async () => {
      await this.focus();
      await this.#page.keyboard.press('ControlOrMeta+.');
      const isThere = await row.waitFor({ timeout: 3000 }).then(
        () => true,
        () => undefined,
      );
      if (isThere === undefined) await this.#page.keyboard.press('Escape');
      return isThere;
    });
    // The list is shielded from clicks until the mouse moves over it.
    await row.hover({ force: true });
    await row.click();
  }

  /** The lines in view, as they look: unsaved changes included. Files under some forty lines are in view whole. */
  visibleText(): Promise<string> {
    let last: string | undefined;
    return waitUntil('the editor to come to rest', async () => {
      const previous = last;
      last = await this.#drawnText();
      return last === previous ? last : undefined;
    });
  }

  async #drawnText(): Promise<string> {
    const lines = await this.#locator.locator('.view-lines .view-line').evaluateAll((elements) =>
      elements
        .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' }))
        .sort((left, right) => left.top - right.top)
        // The editor draws spaces as no-break spaces.
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    );
    return lines.join('\n');
  }

  /** Waits until the lines in view have this in them. */
  async waitForText(wanted: string): Promise<void> {
    await waitUntil(`the editor to show ${wanted}`, async () =>
      (await this.#drawnText()).includes(wanted) ? true : undefined,
    );
  }

  /** Types at the cursor as a person does. */
  async type(text: string): Promise<void> {
    await this.focus();
    await this.#page.keyboard.type(text);
  }

  async undo(): Promise<void> {
    await this.focus();
    await this.#page.keyboard.press('ControlOrMeta+z');
  }

  /** Saves, and waits until no tab is marked as changed. */
  async save(): Promise<void> {
    await this.focus();
    await this.#page.keyboard.press('ControlOrMeta+s');
    await this.#page.locator('.tab.active.dirty').waitFor({ state: 'hidden' });
  }
}
