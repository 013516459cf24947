import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { designTokens } from '../../../../src/core/ui/designTokens.ts';

describe('designTokens', () => {
  it('keeps custom properties with the rules they stand in, and nothing else', () => {
    const css = [
      '/* --old: red; */',
      ':root { --accent: #1d4fd7; color: red; --space:  4px }',
      '@media (prefers-color-scheme: dark) {',
      '  :root { --accent: #8fb4ff; }',
      '  a { color: var(--accent); }',
      '}',
      '@theme { --font: "Inter", sans-serif; --picture: url(data:image/png;base64,AAAA); }',
    ].join('\n');
    assert.equal(
      designTokens(css),
      [
        ':root {',
        '  --accent: #1d4fd7;',
        '  --space: 4px;',
        '}',
        '@media (prefers-color-scheme: dark) { :root {',
        '  --accent: #8fb4ff;',
        '}}',
        '@theme {',
        '  --font: "Inter", sans-serif;',
        '}',
      ].join('\n'),
    );
  });

  it('gets past an embedded font, however large, and a comment that never ends', () => {
    const font = `@font-face { src: url(data:font/woff2;base64,${'d09G'.repeat(100_000)}) }`;
    assert.equal(
      designTokens(`${font} :root { --accent: red } ${'/*'.repeat(100_000)}`),
      ':root {\n  --accent: red;\n}',
    );
  });

  it('is empty for a style sheet without any', () => {
    assert.equal(designTokens('a { color: var(--accent); }'), '');
    assert.equal(designTokens(''), '');
    assert.equal(designTokens('}}}{{{'), '');
  });
});
