/** How bright the active theme is, as `vscode.ColorThemeKind` tells it. */
export type Brightness = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

/** A theme that an extension contributes. */
export interface ContributedTheme {
  /** What settings name it by: its `id`, or its label where it has none. */
  readonly names: readonly string[];
  /** VS Code's own word for the brightness: `vs`, `vs-dark`, `hc-black` or `hc-light`. */
  readonly uiTheme: string;
  /** The path of its file within its extension. */
  readonly path: string;
}

/** The settings that may name the active theme. */
export interface ThemeSettings {
  readonly colorTheme: string | null;
  readonly preferredLight: string | null;
  readonly preferredDark: string | null;
  readonly preferredHighContrast: string | null;
  readonly preferredHighContrastLight: string | null;
}

const uiThemeOf: Readonly<Record<Brightness, string>> = {
  light: 'vs',
  dark: 'vs-dark',
  'high-contrast': 'hc-black',
  'high-contrast-light': 'hc-light',
};

/**
 * Which theme is active: the one that `workbench.colorTheme` names if it is as bright as what is shown, else the one
 * preferred for that brightness, since VS Code may follow the system. Null when neither is known.
 */
export function chooseTheme<Theme extends ContributedTheme>(
  themes: readonly Theme[],
  settings: ThemeSettings,
  brightness: Brightness,
): Theme | null {
  const preferred = {
    light: settings.preferredLight,
    dark: settings.preferredDark,
    'high-contrast': settings.preferredHighContrast,
    'high-contrast-light': settings.preferredHighContrastLight,
  }[brightness];
  for (const name of [settings.colorTheme, preferred]) {
    if (name === null) continue;
    const theme = themes.find(
      (one) => one.uiTheme === uiThemeOf[brightness] && one.names.some((own) => isSame(own, name)),
    );
    if (theme !== undefined) return theme;
  }
  return null;
}

/** VS Code renamed its own themes from `Default Dark Modern` to `Dark Modern`; settings may hold either. */
function isSame(one: string, other: string): boolean {
  return one.replace(/^Default /, '') === other.replace(/^Default /, '');
}

/** The files of VS Code's own themes, by brightness, the newest look first. */
export const builtInThemeFiles: Readonly<Record<Brightness, string>> = {
  light: 'light_modern.json',
  dark: 'dark_modern.json',
  'high-contrast': 'hc_black.json',
  'high-contrast-light': 'hc_light.json',
};
