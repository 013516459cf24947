import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { agree } from '../../../core/diff/alignment.ts';
import type { Hunk } from '../../../core/diff/hunk.ts';
import { pathsOf } from '../../../core/diff/hunkOrder.ts';
import { sides } from '../../../core/side.ts';
import { CodeBlock } from '../code/codeBlock.tsx';
import { CodeLines } from '../code/codeLines.tsx';
import { fileSections } from '../code/fileSections.ts';
import { FoldedGap } from '../code/foldedGap.tsx';
import { contextRows } from '../code/hunkRows.ts';
import { useCode } from '../codeContext.ts';
import { usePanel } from '../panelContext.ts';
import { SideMark } from '../sideMark.tsx';
import { FileName } from '../sides/fileName.tsx';
import { resultRows } from './resultRows.ts';

/** The text as it would be, with the lines that change marked by whose they are. */
export function ResultView(): JSX.Element {
  const { view, texts } = usePanel();
  const { choices, left, right } = view;
  const accepted = useMemo(() => {
    const hunks = [...left.hunks, ...right.hunks].filter(({ id }) => choices[id]?.state === 'accepted');
    return hunks.filter((hunk, index) => hunks.findIndex((other) => agree(hunk, other)) === index);
  }, [choices, left.hunks, right.hunks]);
  if (accepted.length === 0) return <p class="empty-page">{texts.resultEmpty}</p>;
  return (
    <div class="result-page">
      <p class="result-legend">
        {texts.resultExplained}
        <span class="legend">
          {sides.map((side) => (
            <span key={side} class="legend-entry">
              <SideMark side={side} />
              {view[side].label}
            </span>
          ))}
        </span>
      </p>
      {pathsOf(accepted).map((path) => (
        <ResultFile key={path} path={path} hunks={accepted.filter((hunk) => hunk.path === path)} />
      ))}
    </div>
  );
}

function ResultFile({ path, hunks }: { readonly path: string; readonly hunks: readonly Hunk[] }): JSX.Element {
  const { baseLines } = useCode();
  const { view } = usePanel();
  const lines = baseLines.get(path);
  // The result's own line numbers: those of its hunks, not those of either candidate.
  const placed = useMemo(() => placeHunks(hunks), [hunks]);
  const sections = useMemo(() => fileSections(path, lines?.length ?? 0, placed), [path, lines, placed]);
  const isDeleted = hunks.some(({ change }) => change === 'delete');
  const leftIds = new Set(view.left.hunks.map(({ id }) => id));
  return (
    <div class="file-diff">
      <div class="file-heading">
        <FileName path={path} hunks={hunks} />
      </div>
      {!isDeleted &&
        sections.map((section) =>
          section.kind === 'gap' ? (
            <FoldedGap key={section.key} path={path} gap={section} scope="result" />
          ) : (
            <CodeBlock key={section.hunk.id}>
              <CodeLines
                eager
                rows={[
                  ...contextRows(path, lines ?? [], section.before),
                  ...resultRows(section.hunk),
                  ...contextRows(path, lines ?? [], section.after),
                ]}
                sideOf={(row) =>
                  row.source.kind === 'hunk' ? (leftIds.has(row.source.hunkId) ? 'left' : 'right') : null
                }
              />
            </CodeBlock>
          ),
        )}
    </div>
  );
}

/** The hunks with `newStart` as it is when exactly these are in place. */
function placeHunks(hunks: readonly Hunk[]): readonly Hunk[] {
  let shift = 0;
  return hunks
    .toSorted((one, other) => one.baseStart - other.baseStart || one.baseEnd - other.baseEnd)
    .map((hunk) => {
      const placed = { ...hunk, newStart: hunk.baseStart + shift };
      shift += hunk.newLines.length - (hunk.baseEnd - hunk.baseStart);
      return placed;
    });
}
