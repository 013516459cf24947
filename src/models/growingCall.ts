import type { AnswerPart } from '../core/answer.ts';

/** How much of a call is searched for its path while it grows; searching all of it again and again would be slow. */
const headLength = 4096;

/** A tool call while it is being written: what can be said of it before it is complete. */
export class GrowingCall {
  private readonly callId: string;
  private readonly encoding: 'json' | 'plain';
  private readonly isEdit: boolean;
  private readonly pieces: string[] = [];
  private path: string | null;
  private lines = 0;
  private head = '';
  private lastCharacter = '';

  /**
   * @param encoding whether the deltas are JSON, in which a line feed is written `\n`, or plain text
   * @param isEdit false for a call that only reads: of that there is nothing to show while it grows
   */
  constructor(callId: string, encoding: 'json' | 'plain', path: string | null, isEdit: boolean) {
    this.callId = callId;
    this.encoding = encoding;
    this.isEdit = isEdit;
    this.path = path;
  }

  /** What has come of the call so far. */
  received(): string {
    return this.pieces.join('');
  }

  /** Takes a delta; gives a part when there is something new to show. */
  add(delta: string): readonly AnswerPart[] {
    if (delta === '') return [];
    const before = { path: this.path, lines: this.lines };
    this.pieces.push(delta);
    if (!this.isEdit) return [];
    // A line feed's two JSON characters can come in two deltas, hence the one character of overlap.
    this.lines += this.encoding === 'json' ? occurrences(this.lastCharacter + delta, '\\n') : occurrences(delta, '\n');
    this.lastCharacter = delta.slice(-1);
    if (this.path === null && this.encoding === 'json' && this.head.length < headLength) {
      this.head += delta;
      this.path = pathIn(this.head);
    }
    return this.path === before.path && this.lines === before.lines ? [] : [this.part()];
  }

  part(): AnswerPart {
    return { type: 'call-growing', callId: this.callId, path: this.path, lines: this.lines };
  }
}

function occurrences(text: string, wanted: string): number {
  return text.split(wanted).length - 1;
}

/** The value of `path` in JSON that is not complete yet, or null while it is not there. */
function pathIn(json: string): string | null {
  const quoted = /"path"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(json)?.[1];
  if (quoted === undefined) return null;
  try {
    const path: unknown = JSON.parse(quoted);
    return typeof path === 'string' ? path : null;
  } catch {
    return null;
  }
}
