import * as vscode from 'vscode';
import type { ColoursView } from '../../shared/comparisonView.ts';
import { type ColourTheme, loadColourTheme } from './colourTheme.ts';
import { grammarFor, grammarOfLanguage } from './grammarNames.ts';
import { type Brightness, builtInThemeFiles, type ContributedTheme, chooseTheme } from './themeChoice.ts';
import { customizeTheme } from './tokenCustomizations.ts';

/** No colours: what a panel shows until they are found. */
export const noColours: ColoursView = { theme: null, grammars: [], grammarOfLanguage: {} };

/**
 * The person's syntax colours and the grammars of some languages. Reads files, so it is asked for once a panel is open
 * and again when the theme changes; without any theme there are no colours, which is not a failure.
 *
 * @param extensionUri where this extension is installed; `dist/grammars` and `dist/themes` are below it.
 */
export async function findColours(extensionUri: vscode.Uri, languageIds: readonly string[]): Promise<ColoursView> {
  const [theme, grammars] = await Promise.all([findTheme(extensionUri), readGrammars(extensionUri, languageIds)]);
  return { theme, grammars, grammarOfLanguage };
}

/** Calls back when the person's theme or its customizations change. */
export function onDidChangeColours(listener: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveColorTheme(listener),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('editor.tokenColorCustomizations')) listener();
    }),
  );
}

interface InstalledTheme extends ContributedTheme {
  readonly extensionUri: vscode.Uri;
}

async function findTheme(extensionUri: vscode.Uri): Promise<ColourTheme | null> {
  const brightness = currentBrightness();
  const chosen = chooseTheme(installedThemes(), themeSettings(), brightness);
  const customizations = vscode.workspace.getConfiguration('editor').get<unknown>('tokenColorCustomizations');
  for (const [uri, names] of themePlaces(chosen, brightness, extensionUri)) {
    const type = brightness === 'dark' || brightness === 'high-contrast' ? 'dark' : 'light';
    const theme = await loadColourTheme(uri.path, type, (path) => readText(uri.with({ path })));
    if (theme !== null) return customizeTheme(theme, customizations, names);
  }
  return null;
}

/** Where to look: the person's theme, VS Code's own of that brightness, and the one that comes with this extension. */
function themePlaces(
  chosen: InstalledTheme | null,
  brightness: Brightness,
  extensionUri: vscode.Uri,
): readonly (readonly [vscode.Uri, readonly string[]])[] {
  const builtIn = vscode.Uri.joinPath(
    vscode.Uri.file(vscode.env.appRoot),
    'extensions/theme-defaults/themes',
    builtInThemeFiles[brightness],
  );
  const isDark = brightness === 'dark' || brightness === 'high-contrast';
  const own = vscode.Uri.joinPath(extensionUri, 'dist/themes', isDark ? 'dark-plus.json' : 'light-plus.json');
  const names = chosen?.names ?? [];
  const first = chosen === null ? [] : [[vscode.Uri.joinPath(chosen.extensionUri, chosen.path), names] as const];
  return [...first, [builtIn, names], [own, names]];
}

function installedThemes(): readonly InstalledTheme[] {
  return vscode.extensions.all.flatMap(({ packageJSON, extensionUri }) => {
    const themes: unknown = packageJSON?.contributes?.themes;
    if (!Array.isArray(themes)) return [];
    return themes.flatMap((theme: Readonly<Record<string, unknown>>): readonly InstalledTheme[] => {
      const { id, label, uiTheme, path } = theme;
      if (typeof path !== 'string' || typeof uiTheme !== 'string') return [];
      const names = [id, label].filter((name) => typeof name === 'string');
      return [{ names, uiTheme, path, extensionUri }];
    });
  });
}

function themeSettings() {
  const workbench = vscode.workspace.getConfiguration('workbench');
  const read = (name: string) => workbench.get<string>(name) ?? null;
  return {
    colorTheme: read('colorTheme'),
    preferredLight: read('preferredLightColorTheme'),
    preferredDark: read('preferredDarkColorTheme'),
    preferredHighContrast: read('preferredHighContrastColorTheme'),
    preferredHighContrastLight: read('preferredHighContrastLightColorTheme'),
  };
}

function currentBrightness(): Brightness {
  switch (vscode.window.activeColorTheme.kind) {
    case vscode.ColorThemeKind.Light:
      return 'light';
    case vscode.ColorThemeKind.HighContrast:
      return 'high-contrast';
    case vscode.ColorThemeKind.HighContrastLight:
      return 'high-contrast-light';
    default:
      return 'dark';
  }
}

/** The grammars of these languages with those that they embed, each once. A language without one is left out. */
async function readGrammars(extensionUri: vscode.Uri, languageIds: readonly string[]): Promise<readonly object[]> {
  const folder = vscode.Uri.joinPath(extensionUri, 'dist/grammars');
  const index = await readJson(vscode.Uri.joinPath(folder, 'index.json'));
  if (index === null) return [];
  const names = new Set(
    languageIds.flatMap((languageId) => {
      const needed: unknown = Reflect.get(index, grammarFor(languageId));
      return Array.isArray(needed) ? needed.filter((name) => typeof name === 'string') : [];
    }),
  );
  const grammars = await Promise.all([...names].map((name) => readJson(vscode.Uri.joinPath(folder, `${name}.json`))));
  return grammars.filter((grammar) => grammar !== null);
}

async function readJson(uri: vscode.Uri): Promise<object | null> {
  const text = await readText(uri);
  const value: unknown = text === null ? null : JSON.parse(text);
  return typeof value === 'object' ? value : null;
}

async function readText(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
