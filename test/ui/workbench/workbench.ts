import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { projectFolder } from '../../vscode/projectFolder.ts';
import type { RunningServer } from '../../vscode/startServer.ts';
import type { UserSettings } from '../../vscode/userSettings.ts';
import { ContextMenu } from './contextMenu.ts';
import { Dialog } from './dialog.ts';
import { Explorer } from './explorer.ts';
import { Notifications } from './notifications.ts';
import { QuickInput } from './quickInput.ts';
import { StatusBar } from './statusBar.ts';
import { TextEditor } from './textEditor.ts';
import { waitLimit, waitUntil } from './waitUntil.ts';
import { findWebview } from './webviewPanel.ts';

/** The kinds of colour theme that a person can have, each with the class that VS Code puts on its window. */
const themes = {
  dark: { colorTheme: 'Default Dark Modern', className: 'vs-dark' },
  light: { colorTheme: 'Default Light Modern', className: 'vs' },
  'high-contrast-dark': { colorTheme: 'Default High Contrast', className: 'hc-black' },
  'high-contrast-light': { colorTheme: 'Default High Contrast Light', className: 'hc-light' },
} as const;

export type ThemeName = keyof typeof themes;

export interface WorkbenchParts {
  readonly server: RunningServer;
  readonly context: BrowserContext;
  readonly page: Page;
  /** The copy of the workspace that is open. */
  readonly workspaceFolder: string;
  readonly address: string;
  readonly settings: UserSettings;
}

/** One VS Code window, as a person at its screen, mouse and keyboard has it. */
export class Workbench {
  readonly server: RunningServer;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly workspaceFolder: string;
  readonly quickInput: QuickInput;
  readonly contextMenu: ContextMenu;
  readonly statusBar: StatusBar;
  readonly notifications: Notifications;
  readonly dialog: Dialog;
  readonly explorer: Explorer;
  readonly editor: TextEditor;
  readonly #parts: WorkbenchParts;
  #settings: UserSettings;
  #toggle = true;

  constructor(parts: WorkbenchParts) {
    this.server = parts.server;
    this.context = parts.context;
    this.page = parts.page;
    this.workspaceFolder = parts.workspaceFolder;
    this.quickInput = new QuickInput(parts.page);
    this.contextMenu = new ContextMenu(parts.page);
    this.statusBar = new StatusBar(parts.page);
    this.notifications = new Notifications(parts.page);
    this.dialog = new Dialog(parts.page);
    this.explorer = new Explorer(parts.page, this.contextMenu);
    this.editor = new TextEditor(parts.page, this);
    this.#parts = parts;
    this.#settings = parts.settings;
    parts.page.setDefaultTimeout(waitLimit);
  }

  /** Shows the window (again) and waits until it is restored; extensions may take a moment longer. */
  async load(): Promise<void> {
    await this.page.goto(this.#parts.address);
    await this.page.locator('.monaco-workbench .statusbar-item').first().waitFor();
  }

  /** A second window of the same person on the same folder: same server, settings and storage, another extension host. */
  async openSecondWindow(): Promise<Workbench> {
    const second = new Workbench({ ...this.#parts, page: await this.context.newPage(), settings: this.#settings });
    await second.load();
    return second;
  }

  /** Runs a command by the title that the palette shows. */
  run(title: string): Promise<void> {
    return this.quickInput.run(title);
  }

  /** The document inside the webview panel with this title. */
  webview(title: string): Promise<Frame> {
    return findWebview(this.page, title);
  }

  /** Changes some of the person's settings, and leaves the others as they are. They count as soon as this returns. */
  async changeSettings(settings: UserSettings): Promise<void> {
    // A window of this server does not hear of changes from outside. It reads all settings again when it writes one,
    // so let it toggle one that nobody sees.
    const toggled = 'editor.renderControlCharacters';
    this.#settings = { ...this.#settings, ...settings };
    await this.server.writeSettings({ ...this.#settings, [toggled]: this.#toggle });
    const written = await this.server.readSettings();
    await this.run('View: Toggle Control Characters');
    await waitUntil('the window to write its settings', async () =>
      (await this.server.readSettings()) === written ? undefined : true,
    );
    this.#toggle = !this.#toggle;
  }

  /** Changes the colour theme through the settings, and waits until the window shows it. */
  async setTheme(name: ThemeName): Promise<void> {
    const { colorTheme, className } = themes[name];
    await this.changeSettings({ 'workbench.colorTheme': colorTheme });
    await this.page.locator(`.monaco-workbench.${className}`).waitFor();
  }

  /** Writes a picture of the window to `out/screenshots/NAME.png`. */
  async screenshot(name: string): Promise<void> {
    const folder = join(projectFolder, 'out', 'screenshots');
    await mkdir(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  }
}
