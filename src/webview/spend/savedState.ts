/** What VS Code keeps of the page, beside the filters, which are the host's. */
export interface PageState {
  /** What was opened: tables below charts, and requests by their id. */
  readonly opened: readonly string[];
  readonly scrollTop: number;
}

/** What an earlier life of the page left behind; nothing opened where it left nothing. */
export function restorePageState(saved: unknown): PageState {
  if (typeof saved !== 'object' || saved === null) return { opened: [], scrollTop: 0 };
  const { opened, scrollTop } = saved as { readonly opened?: unknown; readonly scrollTop?: unknown };
  return {
    opened: Array.isArray(opened) ? opened.filter((name) => typeof name === 'string') : [],
    scrollTop: typeof scrollTop === 'number' ? scrollTop : 0,
  };
}

/** The names with this one among them, or not. */
export function withOpened(opened: readonly string[], name: string, isOpen: boolean): readonly string[] {
  const others = opened.filter((other) => other !== name);
  return isOpen ? [...others, name] : others;
}
