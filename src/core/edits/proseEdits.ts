import { namedPath } from './namedPath.ts';
import { PatchFile } from './patchFile.ts';
import { SearchBlock } from './searchBlock.ts';
import type { EditBatch, EditProblem, FileEdit } from './toolCall.ts';

/** The path of a block is looked for on so many lines before it. */
const linesBefore = 3;
const unfinished = 'The block is not finished: it has no REPLACE line.';

/**
 * Reads the edits out of a model's text while it streams: `*** Begin Patch` envelopes and search-replace blocks, in
 * fences or not. All else is prose and left alone. It goes by whole lines, so how the text is cut makes no difference.
 */
export class ProseEdits {
  private rest = '';
  private readonly edits: FileEdit[] = [];
  private readonly problems: EditProblem[] = [];
  private isInPatch = false;
  private file: PatchFile | null = null;
  private block: SearchBlock | null = null;
  private before: readonly string[] = [];
  private lastPath = '';

  /** Takes a delta; gives all edits that are complete by now, when that changed, else null. */
  take(delta: string): readonly FileEdit[] | null {
    const [known, shown] = [this.edits.length, this.file?.preview ?? null];
    const lines = (this.rest + delta).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) {
      this.takeLine(line.endsWith('\r') ? line.slice(0, -1) : line);
    }
    const growing = this.file?.preview ?? null;
    if (this.edits.length === known && (growing === null || growing === shown)) {
      return null;
    }
    return growing === null ? [...this.edits] : [...this.edits, growing];
  }

  /** At the end of the text: all edits and what could not be read; null when the text has neither. */
  end(): EditBatch | null {
    if (this.rest !== '') {
      this.take('\n');
    }
    this.endFile(false);
    if (this.block !== null) {
      this.problems.push(this.block.problem(unfinished));
      this.block = null;
    }
    return this.edits.length + this.problems.length === 0
      ? null
      : { kind: 'batch', edits: [...this.edits], problems: [...this.problems] };
  }

  private takeLine(line: string): void {
    if (this.isInPatch) {
      this.takePatchLine(line);
    } else if (SearchBlock.isBegun(line)) {
      if (this.block !== null) {
        this.problems.push(this.block.problem(unfinished));
      }
      this.lastPath = this.before.map(namedPath).findLast((path) => path !== null) ?? this.lastPath;
      this.block = SearchBlock.begin(this.lastPath, line);
      this.before = [];
    } else if (this.block !== null) {
      if (this.block.take(line)) {
        this.endBlock(this.block);
      }
    } else if (/^\s*(?:apply_patch\s+)?["']?\*\*\* Begin Patch\s*$/.test(line)) {
      this.isInPatch = true;
    } else if (line.trim() !== '') {
      this.before = [...this.before, line].slice(-linesBefore);
    }
  }

  private endBlock(block: SearchBlock): void {
    const read = block.end();
    this.block = null;
    if ('reason' in read) {
      this.problems.push(read);
    } else {
      this.edits.push(read);
    }
  }

  private takePatchLine(line: string): void {
    const bare = line.trim();
    const begun = PatchFile.begun(line, this.file);
    if (begun !== null) {
      this.endFile(true);
      this.file = begun;
    } else if (/^\*\*\* End Patch["']?\s*$/.test(line) || (this.file === null && bare === '*** End Patch')) {
      this.endFile(true);
      this.isInPatch = false;
    } else if (/^(?:`{3,}|~{3,}|EOF|PATCH)$/.test(line.trimEnd())) {
      this.endFile(false);
      this.isInPatch = false;
    } else if (this.file !== null) {
      this.file.take(line);
    } else if (bare !== '') {
      this.problems.push({ path: '', reason: 'The patch has a line that belongs to no file.', text: line });
    }
  }

  private endFile(isEnded: boolean): void {
    const read = this.file?.end(isEnded);
    this.file = null;
    if (read !== undefined) {
      this.edits.push(...read.edits);
      this.problems.push(...read.problems);
    }
  }
}
