import type { CSSProperties, JSX } from 'preact';
import type { Side } from '../../../core/side.ts';
import { useCode } from '../codeContext.ts';
import { SideMark } from '../sideMark.tsx';
import type { CodeRow } from './codeRow.ts';
import { type LinePiece, type LineToken, linePieces } from './linePieces.ts';

const signs: Readonly<Record<CodeRow['kind'], string>> = { context: ' ', added: '+', removed: '−' };

interface CodeLineProps {
  readonly row: CodeRow;
  readonly tokens: readonly LineToken[] | null;
  readonly side: Side | null;
}

/** One line: its numbers in both texts, a sign, and the text itself, as text only. */
export function CodeLine({ row, tokens, side }: CodeLineProps): JSX.Element {
  const { texts } = useCode();
  const spoken = row.kind === 'context' ? null : row.kind === 'added' ? texts.lineAdded : texts.lineRemoved;
  return (
    <div class={`line ${row.kind} ${wrappingOf(row.text)}`}>
      <span class="number">{row.oldNumber}</span>
      <span class="number">{row.newNumber}</span>
      <span class="sign">
        {side !== null && <SideMark side={side} />}
        <span aria-hidden="true">{signs[row.kind]}</span>
        {spoken !== null && <span class="spoken">{spoken}</span>}
      </span>
      <code>
        {linePieces(row, tokens).map(renderPiece)}
        {row.endsWithoutNewline && <span class="no-newline">{texts.noNewlineAtEnd}</span>}
      </code>
    </div>
  );
}

/** Longer than this, a line would fill the panel if it wrapped. */
const endlessLength = 1000;

/** How a line behaves where there is no room for it: see the style sheet. */
function wrappingOf(text: string): string {
  if (text.length > endlessLength) return 'endless';
  // Tabs are measured from the line's start, which hanging would move.
  return text.includes('\t') ? '' : 'hanging';
}

/** A stretch of code; colours are set as properties, since the panel's policy allows no styles in HTML. */
export function renderPiece({ text, token, marked, hidden }: LinePiece, index: number): JSX.Element | string {
  if (token === null && !marked && !hidden) return text;
  const names = [marked ? 'marked' : '', hidden ? 'hidden-character' : ''].filter((name) => name !== '').join(' ');
  return (
    <span key={index} {...(names === '' ? {} : { class: names })} style={styleOf(token)}>
      {text}
    </span>
  );
}

function styleOf(token: LineToken | null): CSSProperties {
  if (token === null) return {};
  return {
    ...(token.colour === null ? {} : { color: token.colour }),
    ...(token.italic ? { fontStyle: 'italic' } : {}),
    ...(token.bold ? { fontWeight: 'bold' } : {}),
    ...(token.underline ? { textDecoration: 'underline' } : {}),
  };
}
