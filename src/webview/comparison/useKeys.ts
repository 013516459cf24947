import { useEffect, useRef } from 'preact/hooks';
import type { ChoiceSummary } from './choiceSummary.ts';
import { hostMessages } from './hostPort.ts';
import { stepToSide, stepWithinSide } from './hunkSteps.ts';
import { type KeyCommand, keyCommand } from './keyCommand.ts';
import type { PanelContext } from './panelContext.ts';
import { whyNotAcceptable } from './sides/acceptability.ts';

/**
 * Lets the keyboard do everything that the buttons do, while the panel has the focus; the host's own keybindings for the
 * next and the previous hunk come as messages.
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
        inField: target?.closest('input, textarea, select, [contenteditable]') !== null && target !== null,
        onHunk: target?.matches('[data-hunk]') ?? false,
      });
      if (command === null || !run(command, current, choices)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const listenToHost = (event: MessageEvent<unknown>) => {
      const { panel: current, summary: choices } = latest.current;
      for (const { type, comparisonId, payload } of hostMessages(event, window.origin)) {
        if (type !== 'hunk-focused' || comparisonId !== current.view.comparisonId) continue;
        run(payload.direction === 'next' ? 'next-hunk' : 'previous-hunk', current, choices);
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
      return go(stepWithinSide(names, current, viewState.narrowSide, 1));
    case 'previous-hunk':
      return go(stepWithinSide(names, current, viewState.narrowSide, -1));
    case 'left-side':
      return go(stepToSide(names, current, 'left', view));
    case 'right-side':
      return go(stepToSide(names, current, 'right', view));
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
      else if (isOpen && summary.accepted > 0) send('accepted-applied', {});
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
