/** No request takes a day, in milliseconds. */
const longestRequest = 24 * 60 * 60 * 1000;

/**
 * SQL that is true for an open reservation that nobody is at work on: one that came by import is under way nowhere here,
 * and one that is still open after a day was left behind by a window that was killed.
 */
export const isLeftBehind = `(
  started_at < :leftBehind
  OR EXISTS (SELECT 1 FROM imported_requests WHERE imported_requests.sequence = reservations.sequence)
)`;

/** The parameter of `isLeftBehind`. @param now milliseconds since the epoch */
export function leftBehindAt(now: number): { readonly leftBehind: number } {
  return { leftBehind: now - longestRequest };
}
