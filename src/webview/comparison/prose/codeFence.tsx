import type { JSX } from 'preact';
import { useEffect, useMemo, useReducer } from 'preact/hooks';
import { renderPiece } from '../code/codeLine.tsx';
import type { LineSource } from '../code/codeRow.ts';
import { linePieces } from '../code/linePieces.ts';
import { useCode } from '../codeContext.ts';

interface CodeFenceProps {
  readonly language: string;
  readonly code: string;
  /** False while it grows; it is plain until then. */
  readonly coloured: boolean;
}

/** Code within prose, coloured once it is complete. Hidden characters are written out here too. */
export function CodeFence({ language, code, coloured }: CodeFenceProps): JSX.Element {
  const { colourist } = useCode();
  const [, recolour] = useReducer((count: number) => count + 1, 0);
  const lines = useMemo(() => code.replace(/\n$/, '').split('\n'), [code]);
  const hunkId = `prose:${language}:${code}`;
  useEffect(() => {
    if (!coloured || colourist === null || language === '') return undefined;
    colourist.add({ kind: 'hunk', hunkId, path: '', languageId: language, baseStart: 0, lines });
    const sources = lines.map((_line, line): LineSource => ({ kind: 'hunk', hunkId, line }));
    return colourist.watch(sources, () => recolour(null));
  }, [colourist, coloured, hunkId, language, lines]);
  return (
    <pre class="plain-code">
      <code>
        {lines.map((text, line) => {
          const tokens = coloured ? (colourist?.tokensOf({ kind: 'hunk', hunkId, line }) ?? null) : null;
          const end = line < lines.length - 1 ? '\n' : '';
          return [...linePieces({ text, marks: [] }, tokens).map(renderPiece), end];
        })}
      </code>
    </pre>
  );
}
