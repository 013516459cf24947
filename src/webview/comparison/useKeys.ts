import { useEffect, useRef } from 'preact/hooks';
import { sides } from '../../core/side.ts';
import type { ChoiceSummary } from './choiceSummary.ts';
import { whyNotApplied } from './footer.tsx';
import { hostMessages } from './hostPort.ts';
import { stepByRow, stepToSide, stepWithinSide } from './hunkSteps.ts';
import { type KeyCommand, keyCommand } from './keyCommand.ts';
import type { PanelContext } from './panelContext.ts';
import { type ComparisonRow, nextUndecided, stateOfRow } from './rows/comparisonRows.ts';
import { chooseInRow, type RowTake } from './rows/rowIntents.ts';
import { whyNotAcceptable } from './sides/acceptability.ts';

/**
 * Lets the keyboard do everything that the buttons do, while the panel has the focus; VS Code's own commands for it come
 * as messages. While somebody writes, keys are what they write, whichever way they come.
 */
export function useKeys(panel: PanelContext, summary: ChoiceSummary): void {
  const latest = useRef({ panel, summary });
  latest.current = { panel, summary };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { panel: current, summary: choices } = latest.current;
      if (event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      const command = keyCommand({
        key: event.key,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        shiftKey: event.shiftKey,
        inField: target?.closest('input, select') !== null && target !== null,
        inText: isText(target),
        onHunk: target?.matches('[data-hunk]') ?? false,
      });
      if (command === null || !run(command, current, choices)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const listenToHost = (event: MessageEvent<unknown>) => {
      const { panel: current, summary: choices } = latest.current;
      for (const { type, comparisonId, payload } of hostMessages(event, window.origin)) {
        if (comparisonId !== current.view.comparisonId) continue;
        if (type === 'hunk-revealed') current.goToHunk(payload.hunkId);
        const isWriting = document.hasFocus() && isText(document.activeElement);
        if (type === 'command-given' && !isWriting) run(payload.command, current, choices);
      }
    };
    window.addEventListener('keydown', listen);
    window.addEventListener('message', listenToHost);
    return () => {
      window.removeEventListener('keydown', listen);
      window.removeEventListener('message', listenToHost);
    };
  }, []);
}

function isText(element: Element | null): boolean {
  return element?.closest('textarea, [contenteditable], input[type="text"]') != null;
}

/** False when the command has nothing to act on now; the key then keeps its ordinary meaning. */
function run(command: KeyCommand, panel: PanelContext, summary: ChoiceSummary): boolean {
  const { view, names, viewState, send, changeViewState, goToHunk } = panel;
  const current = viewState.currentHunk;
  const isOpen = view.phase === 'open';
  const go = (hunkId: string | null) => {
    if (hunkId !== null) goToHunk(hunkId);
    return hunkId !== null;
  };
  switch (command) {
    case 'accept':
      return choose(panel, 'accepted');
    case 'reject':
      return choose(panel, 'rejected');
    case 'next-hunk':
      return go(step(panel, 1));
    case 'previous-hunk':
      return go(step(panel, -1));
    case 'left-side':
      return go(stepToSide(names, current, 'left', view));
    case 'right-side':
      return go(stepToSide(names, current, 'right', view));
    case 'take-left':
      return take(panel, 'left');
    case 'take-right':
      return take(panel, 'right');
    case 'take-neither':
      return take(panel, 'neither');
    case 'next-undecided':
      return go(firstHunk(nextUndecided(panel.rows, view.choices, current)));
    case 'neither':
      if (isOpen) send('comparison-declined', {});
      return isOpen;
    case 'undo':
      if (isOpen) send('choice-undone', {});
      return isOpen;
    case 'result':
      if (summary.accepted === 0 && viewState.page !== 'result') return false;
      changeViewState((state) => ({ ...state, page: state.page === 'result' ? 'against-code' : 'result' }));
      return true;
    case 'apply':
      if (view.phase === 'draft') send('request-sent', {});
      else if (isOpen && whyNotApplied(summary, panel.texts) === null) send('accepted-applied', {});
      else return false;
      return true;
  }
}

function choose({ view, names, viewState, texts, send }: PanelContext, wanted: 'accepted' | 'rejected'): boolean {
  const named = names.get(viewState.currentHunk ?? '');
  if (named === undefined || whyNotAcceptable(view, named.side, texts) !== null) return false;
  const { id } = named.hunk;
  const intent = wanted === 'accepted' ? 'hunk-accepted' : 'hunk-rejected';
  send(view.choices[id]?.state === wanted ? 'hunk-reopened' : intent, { hunkId: id });
  return true;
}

/** From row to row where rows are shown, those that are filtered out left out; else from hunk to hunk on a side. */
function step({ names, rows, viewState }: PanelContext, by: 1 | -1): string | null {
  const { currentHunk, narrowSide, page, rowFilter } = viewState;
  if (page !== 'rows') return stepWithinSide(names, currentHunk, narrowSide, by);
  const shown = rows.filter(({ kind }) => rowFilter === null || kind === rowFilter);
  return stepByRow(shown, currentHunk, names.get(currentHunk ?? '')?.side ?? narrowSide, by);
}

/** Decides the row that the current hunk is in, whichever view shows it. */
function take({ view, rows, viewState, texts, send }: PanelContext, wanted: RowTake): boolean {
  const { currentHunk } = viewState;
  const row = rows.find(({ left, right }) => [...left, ...right].some(({ id }) => id === currentHunk));
  if (row === undefined) return false;
  const concerned = row.kind === 'agreed' ? (['left'] as const) : sides.filter((side) => row[side].length > 0);
  if (concerned.some((side) => whyNotAcceptable(view, side, texts) !== null)) return false;
  for (const { type, hunkId } of chooseInRow(row, stateOfRow(row, view.choices), wanted)) send(type, { hunkId });
  return true;
}

function firstHunk(row: ComparisonRow | null): string | null {
  return row?.left[0]?.id ?? row?.right[0]?.id ?? null;
}
