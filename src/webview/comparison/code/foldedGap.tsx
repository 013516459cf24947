import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { ActionButton } from '../actionButton.tsx';
import { useCode } from '../codeContext.ts';
import { fill, formatCount } from '../format.ts';
import { Icon } from '../icon.tsx';
import { usePanel } from '../panelContext.ts';
import { CodeBlock } from './codeBlock.tsx';
import { CodeLines } from './codeLines.tsx';
import type { BaseRange, FileSection } from './fileSections.ts';
import { contextRows } from './hunkRows.ts';

const linesPerUnfolding = 20;

interface FoldedGapProps {
  readonly path: string;
  readonly gap: Extract<FileSection, { readonly kind: 'gap' }>;
  /** Keeps apart the gaps of views that show the same file. */
  readonly scope: string;
}

/** Unchanged lines, folded, that unfold twenty at a time from whichever end touches a change, or all at once. */
export function FoldedGap({ path, gap, scope }: FoldedGapProps): JSX.Element {
  const { texts, baseLines } = useCode();
  const { viewState, changeViewState } = usePanel();
  const key = `${scope}:${gap.key}`;
  const { start, end, shift } = gap.lines;
  const count = end - start;
  const wanted = viewState.unfolded[key] ?? { top: 0, bottom: 0 };
  const top = Math.min(wanted.top, count);
  const bottom = Math.min(wanted.bottom, count - top);
  const folded = count - top - bottom;
  const lines = baseLines.get(path);
  const unfold = (more: { readonly top: number; readonly bottom: number }) =>
    changeViewState((state) => ({
      ...state,
      unfolded: { ...state.unfolded, [key]: { top: top + more.top, bottom: bottom + more.bottom } },
    }));
  const stretch = Math.min(linesPerUnfolding, folded);
  return (
    <>
      {top > 0 && <Unfolded path={path} lines={lines} range={{ start, end: start + top, shift }} />}
      {folded > 0 && (
        <div class="gap">
          <span class="gap-count">{formatCount(folded, texts.unchangedOne, texts.unchangedMany)}</span>
          {gap.place !== 'top' && folded > linesPerUnfolding && (
            <ActionButton
              look="quiet"
              name={fill(texts.unfoldBelowLine, stretch, start + top)}
              onPress={() => unfold({ top: stretch, bottom: 0 })}
            >
              <Icon name="arrow-down" />
              {stretch}
            </ActionButton>
          )}
          {gap.place !== 'bottom' && folded > linesPerUnfolding && (
            <ActionButton
              look="quiet"
              name={fill(texts.unfoldAboveLine, stretch, end - bottom + 1)}
              onPress={() => unfold({ top: 0, bottom: stretch })}
            >
              <Icon name="arrow-up" />
              {stretch}
            </ActionButton>
          )}
          <ActionButton
            look="quiet"
            name={formatCount(folded, texts.unfoldOne, texts.unfoldAll)}
            onPress={() => unfold(gap.place === 'top' ? { top: 0, bottom: folded } : { top: folded, bottom: 0 })}
          >
            {texts.unfold}
          </ActionButton>
        </div>
      )}
      {bottom > 0 && <Unfolded path={path} lines={lines} range={{ start: end - bottom, end, shift }} />}
    </>
  );
}

interface UnfoldedProps {
  readonly path: string;
  readonly lines: readonly string[] | undefined;
  readonly range: BaseRange;
}

function Unfolded({ path, lines, range }: UnfoldedProps): JSX.Element {
  const { start, end, shift } = range;
  const rows = useMemo(() => contextRows(path, lines ?? [], { start, end, shift }), [path, lines, start, end, shift]);
  return (
    <CodeBlock>
      <CodeLines rows={rows} eager={false} />
    </CodeBlock>
  );
}
