import { worseTier } from '../edits/matchTier.ts';
import { type Cluster, touchedClusters } from './clusters.ts';
import { byPlace, composeText } from './compose.ts';
import type { Hunk, LineChange } from './hunk.ts';
import { diffLines } from './lineDiff.ts';
import { splitLines } from './lines.ts';

/**
 * All hunks of a side after the person changed one file of its candidate. Hunks that the person did not touch keep
 * their ids and marks; the others get ids `PREFIX-1`, `PREFIX-2` … and count as edited, as exactly placed as the least
 * exact of the model's that they come from. Other files' hunks and a rename of this one stay as they are.
 *
 * @param path where the file was before any rename
 * @param baseText the text that the hunks are against; empty for a file that the model created
 * @param idPrefix makes ids that the comparison has not seen
 */
export function editedHunks(
  hunks: readonly Hunk[],
  path: string,
  baseText: string,
  editedText: string,
  idPrefix: string,
): readonly Hunk[] {
  const isOwn = (hunk: Hunk): boolean => hunk.path === path && hunk.change !== 'rename';
  const own = hunks.filter(isOwn).sort(byPlace);
  if (composeText(baseText, own) === editedText) {
    return hunks;
  }
  const isCreated = own.some(({ change }) => change === 'create');
  const after = isCreated ? [createdAnew(own, editedText)] : changedAnew(path, own, baseText, editedText);
  let count = 0;
  const placed = withPlaces(after).map((hunk) => (hunk.id === '' ? { ...hunk, id: `${idPrefix}-${++count}` } : hunk));
  const at = hunks.findIndex(isOwn);
  const others = hunks.filter((hunk) => !isOwn(hunk));
  return others.toSpliced(at === -1 ? others.length : at, 0, ...placed);
}

/** A created file is one hunk, whatever its text. */
function createdAnew(own: readonly Hunk[], editedText: string): Hunk {
  const change = { baseStart: 0, baseEnd: 0, newStart: 0, newLines: splitLines(editedText) };
  return { ...editedHunk(own[0]?.path ?? '', change, own), change: 'create' };
}

function changedAnew(path: string, own: readonly Hunk[], baseText: string, editedText: string): readonly Hunk[] {
  // What was to be deleted and has a text again is the file as it was, changed.
  const former = withPlaces(own.filter(({ change }) => change === 'edit'));
  const edits = diffLines(composeText(baseText, former), editedText);
  const linesOf = ({ newStart, newLines }: Hunk) => ({ start: newStart, end: newStart + newLines.length });
  const touches = edits.map(({ baseStart, baseEnd }) => ({ start: baseStart, end: baseEnd }));
  const passages = touchedClusters(former, linesOf, touches);
  const touched = new Set(passages.flatMap(({ hunks }) => hunks));
  const baseLines = splitLines(baseText);
  const editedLines = splitLines(editedText);
  const changed = passages.flatMap((passage) => {
    const { start, end } = passageOfBase(former, passage);
    const base = baseLines.slice(start, end).join('');
    const edited = linesOfEdited(editedLines, edits, passage).join('');
    return diffLines(base, edited).map((change): Hunk => {
      const moved = { ...change, baseStart: start + change.baseStart, baseEnd: start + change.baseEnd };
      return passage.hunks.find((hunk) => saysTheSame(hunk, moved)) ?? editedHunk(path, moved, passage.hunks);
    });
  });
  return [...former.filter((hunk) => !touched.has(hunk)), ...changed].sort(byPlace);
}

/** The lines of the base that a passage of the candidate stands for. What is at its edges belongs to it. */
function passageOfBase(former: readonly Hunk[], { start, end }: Cluster): { start: number; end: number } {
  const above = former.findLast(({ newStart }) => newStart < start);
  const within = former.findLast(({ newStart, newLines }) => newStart + newLines.length <= end);
  const lessLines = (hunk: Hunk | undefined) =>
    hunk === undefined ? 0 : hunk.baseEnd - hunk.newStart - hunk.newLines.length;
  return { start: start + lessLines(above), end: end + lessLines(within) };
}

/** The lines that a passage of the candidate became. What is at its edges belongs to it. */
function linesOfEdited(
  editedLines: readonly string[],
  edits: readonly LineChange[],
  { start, end }: Cluster,
): readonly string[] {
  const above = edits.findLast(({ baseStart }) => baseStart < start);
  const within = edits.findLast(({ baseEnd }) => baseEnd <= end);
  const moreLines = (edit: LineChange | undefined) =>
    edit === undefined ? 0 : edit.newStart + edit.newLines.length - edit.baseEnd;
  return editedLines.slice(start + moreLines(above), end + moreLines(within));
}

function saysTheSame(hunk: Hunk, change: LineChange): boolean {
  return (
    hunk.baseStart === change.baseStart &&
    hunk.baseEnd === change.baseEnd &&
    hunk.newLines.join('') === change.newLines.join('')
  );
}

/** Without an id yet. */
function editedHunk(path: string, change: LineChange, from: readonly Hunk[]): Hunk {
  const tier = from.reduce<Hunk['tier']>((worst, hunk) => worseTier(worst, hunk.tier), 'exact');
  return { ...change, id: '', path, change: 'edit', newPath: null, tier, edited: true };
}

/** With where each hunk stands in the text that they make together. */
function withPlaces(hunks: readonly Hunk[]): readonly Hunk[] {
  let added = 0;
  return hunks.map((hunk) => {
    const newStart = hunk.baseStart + added;
    added += hunk.newLines.length - (hunk.baseEnd - hunk.baseStart);
    return hunk.newStart === newStart ? hunk : { ...hunk, newStart };
  });
}
