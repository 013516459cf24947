import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Side } from '../../core/side.ts';
import type { PanelTexts } from '../../shared/panelTexts.ts';
import type { Send } from './hostPort.ts';
import type { NamedHunk } from './hunkNames.ts';
import type { PanelView, SideWords } from './panelState.ts';
import type { ComparisonRow } from './rows/comparisonRows.ts';
import type { ViewState } from './viewState.ts';

/** What every part of the panel may need. */
export interface PanelContext {
  readonly view: PanelView;
  readonly texts: PanelTexts;
  readonly names: ReadonlyMap<string, NamedHunk>;
  /** Every decision there is. */
  readonly rows: readonly ComparisonRow[];
  readonly viewState: ViewState;
  readonly changeViewState: PanelActions['changeViewState'];
  readonly goToHunk: PanelActions['goToHunk'];
  readonly send: Send;
}

/** What can be done, apart from what there is to see: these stay the same, so nothing is rendered anew for them. */
export interface PanelActions {
  readonly changeViewState: (change: (state: ViewState) => ViewState) => void;
  /** Makes a hunk the one that keys act on, shows it and focuses it. */
  readonly goToHunk: (hunkId: string) => void;
  readonly send: Send;
}

/** Filled by the panel's root. */
export const PanelActionsSource = createContext<PanelActions | null>(null);

/** Filled by the panel's root. */
export const PanelContextSource = createContext<PanelContext | null>(null);

/** What both sides say, apart from the rest because it grows many times a second. */
export const WordsSource = createContext<Readonly<Record<Side, SideWords>> | null>(null);

/** The panel's context. Only parts below the root may ask for it. */
export function usePanel(): PanelContext {
  return inside(useContext(PanelContextSource));
}

/** What can be done in the panel. */
export function usePanelActions(): PanelActions {
  return inside(useContext(PanelActionsSource));
}

/** What a side says so far. */
export function useWords(side: Side): SideWords {
  return inside(useContext(WordsSource))[side];
}

function inside<Value>(value: Value | null): Value {
  if (value === null) throw new Error('A part of the panel was rendered outside of it');
  return value;
}
