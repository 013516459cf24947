import { type Side, sides } from '../../core/side.ts';

/** How the two pages stand: beside each other, or the right one over the left one up to a divider. */
export type Arrangement = 'beside' | 'over';

/** How the page shows the previewed ones; kept by VS Code while the tab is hidden. */
export interface PageControls {
  /** In CSS pixels; null for as wide as there is room. */
  readonly width: number | null;
  readonly fit: boolean;
  readonly scrollTogether: boolean;
  readonly arrangement: Arrangement;
  /** How much of the left page is seen where they lie over each other, in percent. */
  readonly divide: number;
  /** The side that is seen where there is room for one. */
  readonly narrowSide: Side;
  /** The side whose button for scripts has the focus, or null. */
  readonly scriptsFocus: Side | null;
}

/** Widths of a telephone, a tablet and a small desktop. */
export const widths: readonly number[] = [375, 768, 1280];

/** What an earlier life of the page left behind, or how a page begins. */
export function restoreControls(saved: unknown): PageControls {
  const kept = (typeof saved === 'object' && saved !== null ? saved : {}) as {
    readonly [Name in keyof PageControls]?: unknown;
  };
  const { width, fit, scrollTogether, divide } = kept;
  return {
    width: typeof width === 'number' && widths.includes(width) ? width : null,
    fit: typeof fit === 'boolean' ? fit : true,
    scrollTogether: typeof scrollTogether === 'boolean' ? scrollTogether : true,
    arrangement: kept.arrangement === 'over' ? 'over' : 'beside',
    divide: typeof divide === 'number' && divide >= 0 && divide <= 100 ? divide : 50,
    narrowSide: kept.narrowSide === 'right' ? 'right' : 'left',
    scriptsFocus: sides.find((side) => side === kept.scriptsFocus) ?? null,
  };
}

/** How large a page is drawn in its place. */
export interface PageSize {
  /** The frame's own size, in its own CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** The size of a frame in a place of this size. */
export function pageSize(
  { width, fit }: Pick<PageControls, 'width' | 'fit'>,
  place: { width: number; height: number },
): PageSize {
  const wanted = width ?? place.width;
  const scale = fit && place.width > 0 && wanted > place.width ? place.width / wanted : 1;
  return { width: wanted, height: place.height / scale, scale };
}
