import type { GrammarState, LanguageRegistration } from 'shiki/core';
import {
  codeToTokensBase,
  createShikiPrimitive,
  getLastGrammarState,
  type ThemedToken,
  type ThemeRegistrationAny,
} from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import type { ColoursView } from '../../../shared/comparisonView.ts';
import type { LineToken } from './linePieces.ts';

/** Where a grammar stands at the start of a line; opaque. Null is the start of a text. */
export type LineState = GrammarState | null;

/** Lines with their colours, and where the grammar stands after them. */
interface TokenizedLines {
  readonly lines: readonly (readonly LineToken[])[];
  readonly state: LineState;
}

/** Gives texts their syntax colours, synchronously; callers hand it a few lines at a time. */
export interface Tokenizer {
  /** False for a language without a grammar; its text stays plain. */
  knows(languageId: string): boolean;
  /** `lines` come without terminators; a line of extreme length comes back without colours. */
  tokenize(languageId: string, lines: readonly string[], state: LineState): TokenizedLines;
}

const longestColouredLine = 2_000;
/** The first lines of a language take long, since its expressions are compiled as they are needed. */
const millisecondsPerLine = 500;

/** A tokenizer over the theme and grammars that the host found, or null where there is no theme. */
export function createTokenizer(colours: ColoursView): Tokenizer | null {
  if (colours.theme === null) return null;
  const theme = colours.theme as ThemeRegistrationAny;
  const primitive = createShikiPrimitive({
    themes: [{ ...theme, name: 'active' }],
    langs: colours.grammars as readonly LanguageRegistration[] as LanguageRegistration[],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
    warnings: false,
  });
  const loaded = new Set(primitive.getLoadedLanguages());
  const grammarOf = (languageId: string) => colours.grammarOfLanguage[languageId] ?? languageId;
  return {
    knows: (languageId) => loaded.has(grammarOf(languageId)),
    tokenize(languageId, lines, state) {
      const tokens = codeToTokensBase(primitive, lines.join('\n'), {
        lang: grammarOf(languageId),
        theme: 'active',
        tokenizeMaxLineLength: longestColouredLine,
        tokenizeTimeLimit: millisecondsPerLine,
        ...(state === null ? {} : { grammarState: state }),
      });
      return {
        lines: tokens.map((line) => line.map(toLineToken)),
        state: getLastGrammarState(primitive, tokens) ?? null,
      };
    },
  };
}

function toLineToken({ content, color, fontStyle = 0 }: ThemedToken): LineToken {
  const style = Math.max(0, fontStyle);
  return {
    length: content.length,
    colour: color ?? null,
    italic: (style & 1) !== 0,
    bold: (style & 2) !== 0,
    underline: (style & 4) !== 0,
  };
}
