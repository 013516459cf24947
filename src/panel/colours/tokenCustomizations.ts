import { type ColourTheme, isTokenColour, type TokenColour } from './colourTheme.ts';

/** Scopes behind the short names of `editor.tokenColorCustomizations`, as VS Code's documentation lists them. */
const shortNames: Readonly<Record<string, readonly string[]>> = {
  comments: ['comment', 'punctuation.definition.comment'],
  strings: ['string', 'meta.embedded.assembly'],
  keywords: ['keyword - keyword.operator', 'keyword.control', 'storage', 'storage.type'],
  numbers: ['constant.numeric'],
  types: ['entity.name.type', 'entity.name.class', 'support.type', 'support.class'],
  functions: ['entity.name.function', 'support.function'],
  variables: ['variable', 'entity.name.variable'],
};

/**
 * The theme with the person's `editor.tokenColorCustomizations` on top: those for every theme first, then those under
 * `[theme name]`, in which `*` stands for anything.
 */
export function customizeTheme(
  theme: ColourTheme,
  customizations: unknown,
  themeNames: readonly string[],
): ColourTheme {
  if (!isRecord(customizations)) return theme;
  const own = Object.entries(customizations)
    .filter(([key]) => selectsTheme(key, themeNames))
    .flatMap(([, rules]) => rulesOf(rules));
  return { ...theme, tokenColors: [...theme.tokenColors, ...rulesOf(customizations), ...own] };
}

function rulesOf(customizations: unknown): readonly TokenColour[] {
  if (!isRecord(customizations)) return [];
  const short = Object.entries(shortNames).flatMap(([name, scope]): readonly TokenColour[] => {
    const value = customizations[name];
    if (typeof value === 'string') return [{ scope, settings: { foreground: value } }];
    return isRecord(value) ? [{ scope, settings: value }] : [];
  });
  const { textMateRules } = customizations;
  return [...short, ...(Array.isArray(textMateRules) ? textMateRules.filter(isTokenColour) : [])];
}

/** `[One][Two*]` names several themes. */
function selectsTheme(key: string, themeNames: readonly string[]): boolean {
  return [...key.matchAll(/\[([^\]]+)\]/g)].some(([, pattern = '']) => {
    const expression = new RegExp(`^${pattern.split('*').map(escapeExpression).join('.*')}$`);
    return themeNames.some((name) => expression.test(name));
  });
}

function escapeExpression(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
