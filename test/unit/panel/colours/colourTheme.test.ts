import assert from 'node:assert/strict';
import { loadColourTheme } from '../../../../src/panel/colours/colourTheme.ts';
import { parseJsonc } from '../../../../src/panel/colours/jsonc.ts';
import { type ContributedTheme, chooseTheme, type ThemeSettings } from '../../../../src/panel/colours/themeChoice.ts';
import { customizeTheme } from '../../../../src/panel/colours/tokenCustomizations.ts';

const load = (path: string, files: Readonly<Record<string, string>>) =>
  loadColourTheme(path, 'dark', async (wanted) => files[wanted] ?? null);
const rule = (scope: string, foreground: string) => ({ scope, settings: { foreground } });

describe('parseJsonc', () => {
  it('reads comments and trailing commas, and leaves strings alone', () => {
    assert.deepEqual(parseJsonc('\uFEFF{ // one\n "a": "http://x, }", /* two */ "b": [1, 2,], }'), {
      a: 'http://x, }',
      b: [1, 2],
    });
  });

  it('does not take quotes within strings for their end', () => {
    assert.deepEqual(parseJsonc('{"a": "say \\"hi\\" // not a comment"}'), { a: 'say "hi" // not a comment' });
  });

  it('complains about anything else', () => {
    assert.throws(() => parseJsonc('{a: 1}'), SyntaxError);
  });
});

describe('loadColourTheme', () => {
  it('puts a theme on top of what it includes', async () => {
    const theme = await load('/x/themes/dark.json', {
      '/x/themes/dark.json': JSON.stringify({
        include: '../base.json',
        colors: { 'editor.foreground': '#fff' },
        tokenColors: [rule('string', '#222')],
      }),
      '/x/base.json': JSON.stringify({
        colors: { 'editor.foreground': '#000', 'editor.background': '#111' },
        tokenColors: [rule('comment', '#333')],
      }),
    });
    assert.deepEqual(theme?.colors, { 'editor.foreground': '#fff', 'editor.background': '#111' });
    assert.deepEqual(theme?.tokenColors, [rule('comment', '#333'), rule('string', '#222')]);
  });

  it('follows rules that stand in a file of their own', async () => {
    const theme = await load('/x/a.json', {
      '/x/a.json': '{"tokenColors": "./rules.json"}',
      '/x/rules.json': JSON.stringify({ tokenColors: [rule('comment', '#333')] }),
    });
    assert.deepEqual(theme?.tokenColors, [rule('comment', '#333')]);
  });

  it('gives up on property lists, missing and malformed files and circles', async () => {
    assert.equal(await load('/x/a.json', { '/x/a.json': '{"tokenColors": "./a.tmTheme"}', '/x/a.tmTheme': '' }), null);
    assert.equal(await load('/x/a.json', {}), null);
    assert.equal(await load('/x/a.json', { '/x/a.json': 'nonsense' }), null);
    assert.equal(await load('/x/a.json', { '/x/a.json': '{"include": "./a.json"}' }), null);
  });

  it('leaves odd rules out', async () => {
    const theme = await load('/x/a.json', { '/x/a.json': '{"tokenColors": [{"scope": 7}, null, {"settings": {}}]}' });
    assert.deepEqual(theme?.tokenColors, [{ settings: {} }]);
  });
});

describe('chooseTheme', () => {
  const theme = (name: string, uiTheme: string): ContributedTheme => ({ names: [name], uiTheme, path: name });
  const themes = [theme('Dark Modern', 'vs-dark'), theme('Light Modern', 'vs'), theme('Mine', 'vs-dark')];
  const settings: ThemeSettings = {
    colorTheme: 'Mine',
    preferredLight: 'Default Light Modern',
    preferredDark: 'Dark Modern',
    preferredHighContrast: null,
    preferredHighContrastLight: null,
  };

  it('is the one that the setting names', () => {
    assert.equal(chooseTheme(themes, settings, 'dark')?.path, 'Mine');
  });

  it('is the preferred one when VS Code follows the system', () => {
    assert.equal(chooseTheme(themes, settings, 'light')?.path, 'Light Modern');
  });

  it('is not known when nothing fits what is shown', () => {
    assert.equal(chooseTheme(themes, settings, 'high-contrast'), null);
  });
});

describe('customizeTheme', () => {
  const theme = { name: 'x', type: 'dark', colors: {}, tokenColors: [rule('comment', '#333')] } as const;

  it('puts the person’s rules last, those for this theme at the very end', () => {
    const customized = customizeTheme(
      theme,
      {
        comments: '#00ff00',
        textMateRules: [rule('string', '#111')],
        '[Dark*]': { textMateRules: [rule('string', '#222')] },
        '[Light*]': { textMateRules: [rule('string', '#999')] },
      },
      ['Dark Modern'],
    );
    assert.deepEqual(
      customized.tokenColors.map(({ settings }) => settings.foreground),
      ['#333', '#00ff00', '#111', '#222'],
    );
  });

  it('leaves the theme as it is without customizations', () => {
    assert.equal(customizeTheme(theme, undefined, []), theme);
  });
});
