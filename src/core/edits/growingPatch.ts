import { addedText, readApplyPatchOperation } from './applyPatch.ts';
import type { FileEdit } from './toolCall.ts';

/**
 * The diff of one file while it streams: each section shows as soon as the next one begins, each line of a new file at
 * once. What was read is not read again, so the work grows with the diff's length alone.
 */
export class GrowingPatch {
  private readonly operation: { readonly type: string; readonly path: string };
  private rest = '';
  /** The lines of the section that is being written. */
  private lines: string[] = [];
  private hasBody = false;
  private complete: string | null = null;
  /** A new file's last line waits when it is blank: at the end it would only be the end of the line before it. */
  private hasBlankLine = false;
  private isMalformed = false;

  /** @param operation as `readApplyPatchOperation` takes it, without its diff */
  constructor(operation: { readonly type: string; readonly path: string }) {
    this.operation = operation;
  }

  /** Takes a delta of the diff; gives the edit as far as it is complete, when that changed, else null. */
  take(delta: string): readonly FileEdit[] | null {
    const lines = (this.rest + delta).split('\n');
    this.rest = lines.pop() ?? '';
    const before = this.complete;
    for (const line of lines) {
      if (this.operation.type === 'create_file') this.takeAdded(line);
      else this.takeLine(line);
    }
    const { complete } = this;
    if (complete === null || complete === before || this.isMalformed) {
      return null;
    }
    const { type, path } = this.operation;
    return [
      type === 'create_file' ? { kind: 'create', path, text: complete } : { kind: 'patch', path, diff: complete },
    ];
  }

  private takeAdded(line: string): void {
    const text = addedText(this.operation.path, line);
    if (typeof text !== 'string') {
      this.isMalformed = true;
      return;
    }
    this.complete =
      (this.complete ?? '') + (this.hasBlankLine && text !== '' ? '\n' : '') + (text === '\n' ? '' : text);
    this.hasBlankLine = text === '' ? this.hasBlankLine : text === '\n';
  }

  private takeLine(line: string): void {
    if (this.hasBody && (line.startsWith('@@') || line.startsWith('*** End Patch'))) {
      this.endSection();
    }
    this.lines.push(line);
    this.hasBody ||= /^[+-]/.test(line);
    if (this.hasBody && line.startsWith('*** End of File')) {
      this.endSection();
    }
  }

  private endSection(): void {
    const edit = readApplyPatchOperation({ ...this.operation, diff: this.lines.join('\n') });
    this.lines = [];
    this.hasBody = false;
    if (edit.kind === 'patch') {
      this.complete = this.complete === null ? edit.diff : `${this.complete}\n${edit.diff}`;
    } else {
      this.isMalformed = true;
    }
  }
}
