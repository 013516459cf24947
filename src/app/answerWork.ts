import type { AnswerPart, Mismatch } from '../core/answer.ts';
import type { AnswerSpend } from '../core/comparison.ts';
import type { Hunk } from '../core/diff/hunk.ts';
import type { Overlay } from '../core/edits/overlay.ts';
import { applyEdit, createOverlay, overlayChanges } from '../core/edits/overlay.ts';
import type { FileEdit, ToolCall, ToolResult } from '../core/edits/toolCall.ts';
import { viewFile } from '../core/edits/viewFile.ts';
import type { Failure } from '../core/failure.ts';
import type { Side } from '../core/side.ts';
import { addCost, noCost } from '../core/spend/cost.ts';
import { addUsage, noUsage } from '../core/spend/usage.ts';
import type { Task } from '../core/task.ts';
import { filesOf } from '../core/task.ts';

/** What one round's calls came to. */
export interface RoundResult {
  /** One for every call, in their order. */
  readonly results: readonly ToolResult[];
  readonly failed: number;
  readonly viewed: number;
}

/** Characters that a token of reasoning counts for when it is sent back; no provider's estimate divides by more. */
const charactersPerReasoningToken = 4;

/** What an answer builds while it streams: the overlay its edits land on, what did not land, and what it cost. */
export class AnswerWork {
  private readonly task: Task;
  private readonly idPrefix: string;
  private readonly sentBefore: number;
  private overlay: Overlay;
  /** What the rounds that came to their proper end had made. */
  private before: { readonly overlay: Overlay; readonly mismatches: readonly Mismatch[] };
  private mismatches: readonly Mismatch[] = [];
  private roundMismatches: Mismatch[] = [];
  private roundResults: ToolResult[] = [];
  private roundViews = 0;
  /** Paths that the running round has edits for; '' stands for calls that name none. */
  private roundPaths: readonly string[] = [];
  /** The texts' lengths, all rounds together, and which of them the running round has added to. */
  private readonly lengths = { prose: 0, thinking: 0 };
  private roundTexts: readonly TextKind[] = [];
  private hasProse = false;
  private received = 0;
  private told = 0;
  private spent: AnswerSpend = { usage: noUsage, usageIsFinal: true, cost: noCost };

  /** @param sentCharacters size of the first request */
  constructor(task: Task, side: Side, attempt: number, sentCharacters: number) {
    this.task = task;
    this.idPrefix = `${side}-${attempt}`;
    this.sentBefore = sentCharacters;
    this.overlay = createOverlay(filesOf(task));
    this.before = { overlay: this.overlay, mismatches: [] };
  }

  beginRound(): void {
    this.before = { overlay: this.overlay, mismatches: this.mismatches };
    this.roundMismatches = [];
    this.roundResults = [];
    this.roundViews = 0;
    this.roundPaths = [];
    this.roundTexts = [];
  }

  /** Takes note of text. Gives the part as it reads on: what a further round says is a paragraph of its own. */
  hear(part: AnswerPart): AnswerPart {
    if ((part.type !== 'prose' && part.type !== 'thinking') || part.text === '') return part;
    const continues = this.roundTexts.includes(part.type) || this.lengths[part.type] === 0;
    if (!this.roundTexts.includes(part.type)) this.roundTexts = [...this.roundTexts, part.type];
    this.lengths[part.type] += part.text.length;
    if (part.type === 'prose' && part.text.trim() !== '') this.hasProse = true;
    return continues ? part : { ...part, text: `\n\n${part.text}` };
  }

  /** Lands an edit, or reads a file, and keeps what the model will be told. */
  take(call: ToolCall): void {
    const { request } = call;
    this.received += JSON.stringify(request).length;
    if (request.kind === 'malformed') {
      this.roundPaths = [...this.roundPaths, ''];
      this.fail(call, '', request.reason, '');
    } else if (request.kind === 'view') {
      this.roundViews += 1;
      const view = viewFile(this.overlay, request);
      this.roundResults.push({ callId: call.callId, ...view });
    } else {
      // After a reply with any edit, a call that made no sense is no longer worth telling.
      this.roundPaths = [...this.roundPaths, request.path, ''];
      const { overlay, outcome } = applyEdit(this.overlay, request);
      this.overlay = overlay;
      if (outcome.kind === 'failed') this.fail(call, request.path, outcome.reason, textOfEdit(request));
      else
        this.roundResults.push({ callId: call.callId, succeeded: true, text: `The edit of ${outcome.path} was made.` });
    }
  }

  /** What the candidate is at the moment. Hunks are numbered anew: only an ended answer's are ever chosen from. */
  edits(): { readonly hunks: readonly Hunk[]; readonly mismatches: readonly Mismatch[] } {
    const hunks = overlayChanges(this.overlay).flatMap((file) =>
      file.changes.map((change) => ({ ...change, path: file.path, change: file.change })),
    );
    return {
      hunks: hunks.map((hunk, index) => ({ ...hunk, id: `${this.idPrefix}-${index + 1}` })),
      mismatches: this.openMismatches(),
    };
  }

  /** Closes the round. */
  endRound(): RoundResult {
    this.mismatches = this.openMismatches();
    this.told += this.roundResults.reduce((sum, result) => sum + result.text.length, 0);
    return { results: this.roundResults, failed: this.roundMismatches.length, viewed: this.roundViews };
  }

  /**
   * Takes back what a round did that did not come to its proper end. Tells whether earlier rounds made anything that
   * can stand by itself: it was paid for, and one failed correction must not take it away.
   */
  abandonRound(): boolean {
    this.overlay = this.before.overlay;
    this.mismatches = this.before.mismatches;
    this.roundMismatches = [];
    this.roundPaths = [];
    return overlayChanges(this.overlay).length > 0;
  }

  /** Adds up a finished request. */
  settle(spend: AnswerSpend): AnswerSpend {
    this.spent = this.total(spend);
    return this.spent;
  }

  /** Everything settled so far and the running request. */
  total(running: AnswerSpend): AnswerSpend {
    return {
      usage: addUsage(this.spent.usage, running.usage),
      usageIsFinal: this.spent.usageIsFinal && running.usageIsFinal,
      cost: addCost(this.spent.cost, running.cost),
    };
  }

  /** Roughly what the next request carries: all that was sent, received and told before, in every round. */
  sentCharacters(): number {
    const { prose, thinking } = this.lengths;
    // Reasoning goes back whether it was shown or not.
    const reasoning = Math.max(thinking, this.spent.usage.reasoning * charactersPerReasoningToken);
    return this.sentBefore + prose + reasoning + this.received + this.told;
  }

  /** How an answer that came to its proper end is judged. */
  verdict(): [status: 'done' | 'failed', failure: Failure | null] {
    const { hunks, mismatches } = this.edits();
    if (mismatches.length > 0) {
      // Good neighbours stay acceptable: one bad edit never discards them.
      return [hunks.length > 0 ? 'done' : 'failed', { kind: 'edit-mismatch', count: mismatches.length }];
    }
    if (hunks.length === 0 && !this.hasProse) return ['failed', { kind: 'empty-answer' }];
    if (hunks.length === 0 && this.task.kind === 'fix') return ['done', { kind: 'no-edit' }];
    return ['done', null];
  }

  /** An edit of a file supersedes what failed in that file before: the model was told, and this is its reply. */
  private openMismatches(): readonly Mismatch[] {
    const earlier = this.mismatches.filter(({ path }) => !this.roundPaths.includes(path));
    return [...earlier, ...this.roundMismatches];
  }

  private fail(call: ToolCall, path: string, reason: string, text: string): void {
    this.roundResults.push({ callId: call.callId, succeeded: false, text: reason });
    this.roundMismatches.push({ path, reason, text });
  }
}

type TextKind = 'prose' | 'thinking';

/** An edit as text that a person can read and copy. */
function textOfEdit(edit: FileEdit): string {
  switch (edit.kind) {
    case 'create':
      return edit.text;
    case 'delete':
      return '';
    case 'patch':
      return edit.diff;
    case 'insert':
      return edit.text;
    case 'replace':
      return edit.newText;
  }
}
