import { readApplyPatchOperation } from './applyPatch.ts';
import type { FileEdit } from './toolCall.ts';

/** The diff of one file while it streams, of which each section shows as soon as the next one begins. */
export class GrowingPatch {
  private readonly operation: { readonly type: string; readonly path: string };
  private rest = '';
  private readonly lines: string[] = [];
  private hasBody = false;

  /** @param operation as `readApplyPatchOperation` takes it, without its diff */
  constructor(operation: { readonly type: string; readonly path: string }) {
    this.operation = operation;
  }

  /** Takes a delta of the diff; gives the edit as far as it is complete, when that changed, else null. */
  take(delta: string): readonly FileEdit[] | null {
    const lines = (this.rest + delta).split('\n');
    this.rest = lines.pop() ?? '';
    let complete: number | null = null;
    for (const line of lines) {
      if (this.endsSection(line) && this.hasBody) {
        complete = this.lines.length;
        this.hasBody = false;
      }
      this.lines.push(line);
      this.hasBody ||= /^[+-]/.test(line);
    }
    if (this.operation.type === 'create_file' && lines.length > 0) {
      complete = this.lines.length;
    }
    if (complete === null) {
      return null;
    }
    const edit = readApplyPatchOperation({ ...this.operation, diff: `${this.lines.slice(0, complete).join('\n')}\n` });
    return edit.kind === 'malformed' ? null : [edit];
  }

  private endsSection(line: string): boolean {
    return line.startsWith('@@') || line.startsWith('*** End');
  }
}
