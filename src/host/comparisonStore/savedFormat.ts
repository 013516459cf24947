import type { SavedComparison } from '../../app/ports.ts';
import { readSavedComparison } from '../../app/savedComparison.ts';

/** Counts up whenever a file of before can no longer be read as it is. */
const formatVersion = 1;

/** What a file says, or why it says nothing. */
export type SavedReading =
  | { readonly kind: 'saved'; readonly saved: SavedComparison }
  /** A newer Tiebreak wrote it, and only that one knows what it means. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged' };

/** A comparison as the text of its file. */
export function writeSaved(saved: SavedComparison): string {
  return JSON.stringify({ format: formatVersion, ...saved });
}

/** Reads what `writeSaved` wrote, all of it or nothing. */
export function readSaved(text: string, comparisonId: string): SavedReading {
  const value = parsed(text);
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : null;
  if (typeof format === 'number' && format > formatVersion) return { kind: 'newer' };
  const saved = format === formatVersion ? readSavedComparison(value) : null;
  return saved === null || saved.comparison.id !== comparisonId ? { kind: 'damaged' } : { kind: 'saved', saved };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
