import { withLineEnding } from '../diff/lines.ts';
import { readApplyPatchOperation } from './applyPatch.ts';
import { GrowingPatch } from './growingPatch.ts';
import type { EditProblem, FileEdit } from './toolCall.ts';

const operationTypes = { Add: 'create_file', Update: 'update_file', Delete: 'delete_file' } as const;

/** One file of a whole patch while its lines come. */
export class PatchFile {
  private readonly kind: keyof typeof operationTypes;
  private readonly path: string;
  private newPath: string | null = null;
  private readonly lines: string[] = [];
  private readonly growing: GrowingPatch | null;
  /** The sections of an update that are complete by now; null while there is none. */
  preview: FileEdit | null = null;

  private constructor(kind: keyof typeof operationTypes, path: string) {
    this.kind = kind;
    this.path = path;
    this.growing = kind === 'Update' ? new GrowingPatch({ type: operationTypes[kind], path }) : null;
  }

  /**
   * The file that a line begins, or null for any other line.
   *
   * @param before the file that the lines before are about: in an update a blank before a line says that it is kept
   */
  static begun(line: string, before: PatchFile | null): PatchFile | null {
    const marker = before?.kind === 'Update' ? line.trimEnd() : line.trim();
    const [, kind, path] = /^\*\*\* (Add|Update|Delete) File: ?(.+)$/.exec(marker) ?? [];
    return path !== undefined && (kind === 'Add' || kind === 'Update' || kind === 'Delete')
      ? new PatchFile(kind, path.trim())
      : null;
  }

  take(line: string): void {
    const target = this.kind === 'Update' ? /^\*\*\* Move to: ?(.+)$/.exec(line)?.[1] : undefined;
    if (target !== undefined && this.lines.every((other) => other.trim() === '')) {
      this.newPath = target.trim();
    } else {
      this.lines.push(line);
      this.preview = this.growing?.take(`${line}\n`)?.[0] ?? this.preview;
    }
  }

  /**
   * What the file came to. Its lines are edited before it is renamed.
   *
   * @param isEnded whether the patch said so; if not, it may have been cut off in the middle of what it was to say
   */
  end(isEnded: boolean): { readonly edits: readonly FileEdit[]; readonly problems: readonly EditProblem[] } {
    const { path, newPath } = this;
    const lines = isEnded ? this.lines : withoutPaddedEnd(this.lines);
    const text = lines.join('\n');
    const problem = (reason: string): EditProblem => ({ path, reason, text });
    if (!isEnded && this.kind === 'Update' && lines.length === this.lines.length && isCut(lines)) {
      return { edits: [], problems: [problem(cutOff)] };
    }
    const renames: readonly FileEdit[] = newPath === null ? [] : [{ kind: 'rename', path, newPath }];
    if (renames.length > 0 && text.trim() === '') {
      return { edits: renames, problems: [] };
    }
    if (this.kind === 'Delete' && text.trim() !== '') {
      return { edits: [], problems: [problem('A file that is deleted has no lines.')] };
    }
    const edit = readApplyPatchOperation({ type: operationTypes[this.kind], path, diff: withLineEnding(text, '\n') });
    return edit.kind === 'malformed'
      ? { edits: renames, problems: [problem(edit.reason)] }
      : { edits: [edit, ...renames], problems: [] };
  }
}

const cutOff = 'The patch ends in the middle of a section. Write the whole section again, and *** End Patch after it.';

/** Without a last line that is the end of the patch but for the blanks before it, which else would say that it is kept. */
function withoutPaddedEnd(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return lines[last]?.trim() === '*** End Patch' ? lines.slice(0, last) : lines;
}

/** Whether the last section has changed nothing yet, or ends with removed lines whose new ones may be missing. */
function isCut(lines: readonly string[]): boolean {
  const section = lines.slice(lines.findLastIndex((line) => line.startsWith('@@')) + 1);
  const last = section.findLast((line) => line.trim() !== '');
  return (
    lines.some((line) => line.trim() !== '') && (last?.startsWith('-') || !section.some((line) => /^[+-]/.test(line)))
  );
}
