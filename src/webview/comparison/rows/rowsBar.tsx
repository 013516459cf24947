import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { sides } from '../../../core/side.ts';
import { ActionButton } from '../actionButton.tsx';
import { fill } from '../format.ts';
import { KeyHint } from '../keyHint.tsx';
import { usePanel } from '../panelContext.ts';
import { SideMark } from '../sideMark.tsx';
import { type ComparisonRow, countRows, nextUndecided, type RowKind, rowKinds, stateOfRow } from './comparisonRows.ts';
import { RowKindMark } from './rowKindMark.tsx';

/** What there is to decide, in one line; each part of it shows only its rows. And how far the person has come. */
export function RowsBar({ rows }: { readonly rows: readonly ComparisonRow[] }): JSX.Element {
  const { view, texts, viewState, changeViewState, goToHunk } = usePanel();
  const { choices } = view;
  const { rowFilter, currentHunk } = viewState;
  const counts = useMemo(() => countRows(rows), [rows]);
  const decided = rows.filter((row) => stateOfRow(row, choices) !== 'undecided').length;
  const next = nextUndecided(rows, choices, currentHunk);
  const words: Readonly<Record<RowKind, string>> = {
    agreed: fill(texts.rowsAgreed, counts.agreed),
    conflicting: fill(texts.rowsConflicting, counts.conflicting),
    left: fill(texts.rowsOnly, counts.left, view.left.label),
    right: fill(texts.rowsOnly, counts.right, view.right.label),
  };
  const toggle = (kind: RowKind) =>
    changeViewState((state) => ({ ...state, rowFilter: state.rowFilter === kind ? null : kind }));
  return (
    <div class="rows-bar">
      <div class="rows-summary">
        {/* biome-ignore lint/a11y/useSemanticElements: these choose what is shown; nothing is filled in. */}
        <span class="row-kinds" role="group" aria-label={texts.rowsShown}>
          {rowKinds
            .filter((kind) => counts[kind] > 0)
            .map((kind) => (
              <ActionButton
                key={kind}
                look="quiet"
                className={`row-kind ${kind}`}
                pressed={rowFilter === kind}
                onPress={() => toggle(kind)}
              >
                <RowKindMark kind={kind} />
                {words[kind]}
              </ActionButton>
            ))}
        </span>
        <span class="rows-progress">
          <span class="progress-track" aria-hidden="true">
            <span style={{ width: `${(100 * decided) / rows.length}%` }} />
          </span>
          <span>{fill(texts.decidedOf, decided, rows.length)}</span>
          <ActionButton
            look="secondary"
            disabledBecause={next === null ? texts.allDecided : null}
            onPress={() => next !== null && goToHunk((next.left[0] ?? next.right[0])?.id ?? '')}
          >
            {texts.nextUndecided}
            <KeyHint>D</KeyHint>
          </ActionButton>
        </span>
      </div>
      <div class="rows-heading">
        <span>{texts.myCode}</span>
        {sides.map((side) => (
          <span key={side}>
            <SideMark side={side} />
            {view[side].label}
          </span>
        ))}
        <span>{texts.myChoice}</span>
      </div>
    </div>
  );
}
