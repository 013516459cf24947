import { withLineEnding } from '../diff/lines.ts';
import { readApplyPatchOperation } from './applyPatch.ts';
import type { EditProblem, FileEdit } from './toolCall.ts';

/** One file of a whole patch while its lines come. */
export class PatchFile {
  private readonly kind: 'Add' | 'Update' | 'Delete';
  private readonly path: string;
  private newPath: string | null = null;
  private readonly lines: string[] = [];
  /** How many lines the sections have that are complete, and whether the one after them has begun to change anything. */
  private completeLines = 0;
  private hasBody = false;

  private constructor(kind: 'Add' | 'Update' | 'Delete', path: string) {
    this.kind = kind;
    this.path = path;
  }

  /** The file that a line begins, or null for any other line. */
  static begun(line: string): PatchFile | null {
    const [, kind, path] = /^\*\*\* (Add|Update|Delete) File: ?(.+)$/.exec(line.trimEnd()) ?? [];
    return path !== undefined && (kind === 'Add' || kind === 'Update' || kind === 'Delete')
      ? new PatchFile(kind, path.trim())
      : null;
  }

  take(line: string): void {
    const target = this.kind === 'Update' ? /^\*\*\* Move to: ?(.+)$/.exec(line)?.[1] : undefined;
    if (target !== undefined && this.lines.every((other) => other.trim() === '')) {
      this.newPath = target.trim();
    } else {
      if (this.hasBody && line.startsWith('@@')) {
        this.completeLines = this.lines.length;
        this.hasBody = false;
      }
      this.hasBody ||= /^[+-]/.test(line);
      this.lines.push(line);
    }
  }

  /** How many lines of an update are in sections that are complete by now. */
  get complete(): number {
    return this.kind === 'Update' ? this.completeLines : 0;
  }

  /** The sections of an update that are complete by now; null while there is none. */
  preview(): FileEdit | null {
    if (this.complete === 0) {
      return null;
    }
    const diff = this.lines.slice(0, this.complete).join('\n');
    const edit = readApplyPatchOperation({ type: 'update_file', path: this.path, diff });
    return edit.kind === 'malformed' ? null : edit;
  }

  /** What the file came to. Its lines are edited before it is renamed. */
  end(): { readonly edits: readonly FileEdit[]; readonly problems: readonly EditProblem[] } {
    const { path, newPath } = this;
    const renames: readonly FileEdit[] = newPath === null ? [] : [{ kind: 'rename', path, newPath }];
    const text = this.lines.join('\n');
    if (renames.length > 0 && text.trim() === '') {
      return { edits: renames, problems: [] };
    }
    if (this.kind === 'Delete' && text.trim() !== '') {
      return { edits: [], problems: [{ path, reason: 'A file that is deleted has no lines.', text }] };
    }
    const types = { Add: 'create_file', Update: 'update_file', Delete: 'delete_file' } as const;
    const edit = readApplyPatchOperation({ type: types[this.kind], path, diff: withLineEnding(text, '\n') });
    return edit.kind === 'malformed'
      ? { edits: renames, problems: [{ path, reason: edit.reason, text }] }
      : { edits: [edit, ...renames], problems: [] };
  }
}
