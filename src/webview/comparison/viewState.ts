import type { Side } from '../../core/side.ts';
import { isRowKind, type RowKind } from './rows/comparisonRows.ts';

/** One page of the panel. */
export type Page = 'against-code' | 'against-each-other' | 'rows' | 'result' | 'request';

/** Unfolded lines of a folded gap, counted from its top and from its bottom. */
interface Unfolded {
  readonly top: number;
  readonly bottom: number;
}

/** What the person is about to ask, and whom. */
export interface FollowUpDraft {
  readonly text: string;
  /** Null for both. */
  readonly side: Side | null;
}

/** What the person did to the panel itself; it survives a reload, but not the next comparison. */
export interface ViewState {
  readonly comparisonId: string | null;
  /** Null until the person chose one. */
  readonly page: Page | null;
  /** The side shown when there is room for one only. */
  readonly narrowSide: Side;
  /** The hunk that keys act on. */
  readonly currentHunk: string | null;
  readonly unfolded: Readonly<Record<string, Unfolded>>;
  /** What was opened: thinking, long prose, earlier turns, readings, by side. */
  readonly opened: readonly string[];
  /** The only kind of rows to show, or null for all. */
  readonly rowFilter: RowKind | null;
  /** A follow-up that was typed and not sent yet. */
  readonly followUp: FollowUpDraft;
  readonly scrollTop: number;
}

/** Nothing touched yet. */
export function initialViewState(comparisonId: string | null): ViewState {
  return {
    comparisonId,
    page: null,
    narrowSide: 'left',
    currentHunk: null,
    unfolded: {},
    opened: [],
    rowFilter: null,
    followUp: { text: '', side: null },
    scrollTop: 0,
  };
}

/** What an earlier life of the panel left behind, if it is about the same comparison and whole. */
export function restoreViewState(saved: unknown, comparisonId: string): ViewState {
  const fresh = initialViewState(comparisonId);
  if (!isRecord(saved) || saved.comparisonId !== comparisonId) return fresh;
  return {
    comparisonId,
    page: isPage(saved.page) ? saved.page : fresh.page,
    narrowSide: saved.narrowSide === 'right' ? 'right' : 'left',
    currentHunk: typeof saved.currentHunk === 'string' ? saved.currentHunk : null,
    unfolded: restoreUnfolded(saved.unfolded),
    opened: Array.isArray(saved.opened) ? saved.opened.filter((name) => typeof name === 'string') : [],
    rowFilter: isRowKind(saved.rowFilter) ? saved.rowFilter : null,
    followUp: restoreFollowUp(saved.followUp),
    scrollTop: typeof saved.scrollTop === 'number' ? saved.scrollTop : 0,
  };
}

/** The state with a thing opened or closed. */
export function toggleOpened(state: ViewState, name: string, open: boolean): ViewState {
  const others = state.opened.filter((other) => other !== name);
  return { ...state, opened: open ? [...others, name] : others };
}

function restoreFollowUp(saved: unknown): FollowUpDraft {
  if (!isRecord(saved) || typeof saved.text !== 'string') return { text: '', side: null };
  return { text: saved.text, side: saved.side === 'left' || saved.side === 'right' ? saved.side : null };
}

function restoreUnfolded(saved: unknown): Readonly<Record<string, Unfolded>> {
  if (!isRecord(saved)) return {};
  return Object.fromEntries(
    Object.entries(saved).flatMap(([key, value]) =>
      isRecord(value) && typeof value.top === 'number' && typeof value.bottom === 'number'
        ? [[key, { top: value.top, bottom: value.bottom }]]
        : [],
    ),
  );
}

function isPage(value: unknown): value is Page {
  return (
    value === 'against-code' ||
    value === 'against-each-other' ||
    value === 'rows' ||
    value === 'result' ||
    value === 'request'
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
