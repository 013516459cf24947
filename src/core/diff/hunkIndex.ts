import { byPlace } from './compose.ts';
import type { Hunk } from './hunk.ts';
import { isTerminated } from './lines.ts';

/** Finds the hunks of one side near a hunk without looking at all of them: sides can have thousands. */
export class HunkIndex {
  private readonly files = new Map<string, IndexedFile>();
  private readonly order: ReadonlyMap<Hunk, number>;

  constructor(hunks: readonly Hunk[]) {
    this.order = new Map(hunks.map((hunk, index) => [hunk, index]));
    for (const hunk of hunks) {
      for (const path of pathsOf(hunk)) {
        const file = this.files.get(path) ?? { edits: [], reaches: [], wholes: [] };
        this.files.set(path, file);
        (hunk.change === 'edit' ? file.edits : file.wholes).push(hunk);
      }
    }
    for (const { edits, reaches } of this.files.values()) {
      edits.sort(byPlace);
      for (const edit of edits) {
        reaches.push(Math.max(reaches.at(-1) ?? 0, reachOf(edit)));
      }
    }
  }

  /** All that may agree or collide with a hunk, in the order in which they were given, and few others. */
  near(hunk: Hunk): readonly Hunk[] {
    const found = new Set<Hunk>();
    for (const path of pathsOf(hunk)) {
      const file = this.files.get(path);
      if (file !== undefined) {
        for (const other of file.wholes) {
          found.add(other);
        }
        for (const other of hunk.change === 'edit' ? editsNear(file, hunk) : file.edits) {
          found.add(other);
        }
      }
    }
    return [...found].sort((one, other) => (this.order.get(one) ?? 0) - (this.order.get(other) ?? 0));
  }
}

interface IndexedFile {
  /** From top to bottom. */
  readonly edits: Hunk[];
  /** For each edit, how far down the furthest of it and those above goes. */
  readonly reaches: number[];
  /** Whatever is about the file as a whole. */
  readonly wholes: Hunk[];
}

/** Every path whose file a hunk has something to do with. */
function pathsOf({ path, newPath }: Hunk): readonly string[] {
  return newPath === null || newPath === path ? [path] : [path, newPath];
}

/** Down to where a hunk can meet another: an unended last line sticks to whatever comes below. */
function reachOf({ baseEnd, newLines }: Hunk): number {
  const lastLine = newLines.at(-1);
  return lastLine === undefined || isTerminated(lastLine) ? baseEnd : Number.POSITIVE_INFINITY;
}

function editsNear({ edits, reaches }: IndexedFile, hunk: Hunk): readonly Hunk[] {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reaches[middle] ?? 0) < hunk.baseStart) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const near: Hunk[] = [];
  const reach = reachOf(hunk);
  for (let at = low; at < edits.length; at++) {
    const edit = edits[at];
    if (edit === undefined || edit.baseStart > reach) {
      break;
    }
    near.push(edit);
  }
  return near;
}
