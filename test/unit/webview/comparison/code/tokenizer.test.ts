import assert from 'node:assert/strict';
import { createTokenizer } from '../../../../../src/webview/comparison/code/tokenizer.ts';

/** Keywords red and strings green, so that each language shows a few tokens whose colour is known. */
const theme = {
  name: 'plain',
  type: 'dark',
  colors: { 'editor.foreground': '#ffffff', 'editor.background': '#000000' },
  tokenColors: [
    { scope: ['keyword', 'storage'], settings: { foreground: '#ff0000' } },
    { scope: 'string', settings: { foreground: '#00ff00' } },
    { scope: 'comment', settings: { foreground: '#0000ff', fontStyle: 'italic' } },
  ],
};

async function coloursOf(language: string, lines: readonly string[]) {
  const { default: grammars } = await import(`shiki/dist/langs/${language}.mjs`);
  const tokenizer = createTokenizer({ theme, grammars, grammarOfLanguage: {} });
  assert.ok(tokenizer);
  assert.ok(tokenizer.knows(language));
  const tokenized = tokenizer.tokenize(language, lines, null);
  return lines.map((line, index) => {
    let at = 0;
    return (tokenized.lines[index] ?? []).map(({ length, colour }) => {
      at += length;
      return [line.slice(at - length, at).trim(), colour?.toLowerCase()];
    });
  });
}

function holds(line: readonly (readonly (string | undefined)[])[] | undefined, text: string, colour: string): boolean {
  return line?.some(([own, ownColour]) => own === text && ownColour === colour) ?? false;
}

describe('createTokenizer', () => {
  it('colours TypeScript, Python, Go and SQL as their grammars say', async () => {
    assert.ok(holds((await coloursOf('typescript', ['return "x";']))[0], 'return', '#ff0000'));
    assert.ok(holds((await coloursOf('python', ['return "x"']))[0], '"x"', '#00ff00'));
    assert.ok(holds((await coloursOf('go', ['func main() {}']))[0], 'func', '#ff0000'));
    assert.ok(holds((await coloursOf('sql', ["select * from t where a = 'x'"]))[0], 'select', '#ff0000'));
  });

  it('goes on from where the lines before stopped', async () => {
    const { default: grammars } = await import('shiki/dist/langs/typescript.mjs');
    const tokenizer = createTokenizer({ theme, grammars, grammarOfLanguage: { ts: 'typescript' } });
    assert.ok(tokenizer);
    const opened = tokenizer.tokenize('ts', ['/* a comment'], null);
    const inside = tokenizer.tokenize('ts', ['return'], opened.state).lines[0];
    assert.deepEqual([inside?.[0]?.colour?.toLowerCase(), inside?.[0]?.italic], ['#0000ff', true]);
  });

  it('leaves a line of extreme length plain', async () => {
    const { default: grammars } = await import('shiki/dist/langs/typescript.mjs');
    const tokenizer = createTokenizer({ theme, grammars, grammarOfLanguage: {} });
    const tokens = tokenizer?.tokenize('typescript', [`return ${'x'.repeat(3000)}`], null).lines[0] ?? [];
    assert.equal(tokens.length, 1);
  });

  it('is not there without a theme', () => {
    assert.equal(createTokenizer({ theme: null, grammars: [], grammarOfLanguage: {} }), null);
  });
});
