import type { AnswerPart, Mismatch } from '../core/answer.ts';
import type { Hunk } from '../core/diff/hunk.ts';
import { readFencedReplacement } from '../core/edits/fencedReplacement.ts';
import { fileToRead, pathsOf, withFile } from '../core/edits/overlay.ts';
import { knownPath } from '../core/edits/overlayPaths.ts';
import type { FileEdit, Reading, ReadRequest, ToolCall, ToolResult } from '../core/edits/toolCall.ts';
import type { Failure } from '../core/failure.ts';
import type { SourceFile, Task } from '../core/task.ts';
import type { CandidateStart } from './candidate.ts';
import { Candidate } from './candidate.ts';
import type { Landing } from './landing.ts';
import { failedTextEdits, landingsText } from './landing.ts';
import type { ModelReading } from './modelReading.ts';
import { refusedReading } from './modelReading.ts';
import type { Clock } from './ports.ts';
import type { Round } from './round.ts';
import { editsOf, isEdit, isEditCall, newRound } from './round.ts';
import { selectionReplacement } from './selectionReplacement.ts';
import { Throttle } from './throttle.ts';

/** Hunks of edits that are still being written are renewed this often, in milliseconds. */
const previewEveryMs = 100;
/** Stands for the edits in a round's text beside the ids of its calls. */
const textEditsId = '';

/** What one round came to. */
export interface RoundResult {
  /** One for every call, in their order. */
  readonly results: readonly ToolResult[];
  /** What the model is told of edits that it wrote as text, or null when there is nothing to tell. */
  readonly message: string | null;
  readonly failed: number;
  readonly read: number;
}

/** What an answer is built from. */
export interface WorkStart {
  readonly task: Task;
  /** Every file that can be edited so far. */
  readonly files: readonly SourceFile[];
  /** What an earlier turn made; nothing for the first one. */
  readonly standing: CandidateStart | null;
  readonly idPrefix: string;
  readonly reading: ModelReading;
}

/** Hears what a round does as it does it. */
export interface WorkListener {
  readonly edits: (hunks: readonly Hunk[], mismatches: readonly Mismatch[]) => void;
  readonly read: (reading: Reading) => void;
}

/**
 * What an answer makes of the files while it streams. Calls land in the order in which they come; one that needs a file
 * to be read first keeps those after it waiting, but never the stream. While a follow-up is under way nothing is told of
 * its edits: what stands stays as it is until the turn has come to its proper end.
 */
export class AnswerWork {
  private readonly start: WorkStart;
  private readonly listener: WorkListener;
  private readonly candidate: Candidate;
  private readonly previewed: Throttle;
  private round = newRound(true);

  constructor(start: WorkStart, clock: Clock, listener: WorkListener) {
    this.start = start;
    this.listener = listener;
    this.candidate = new Candidate(start.files, start.standing ?? { hunks: [], mismatches: [] }, start.idPrefix);
    this.previewed = new Throttle(clock, previewEveryMs, () => this.tellEdits());
  }

  /** @param mayRead whether what the model asks to read is still answered */
  beginRound(mayRead: boolean): void {
    this.candidate.beginRound();
    this.round = newRound(mayRead);
  }

  /** Takes a part of the stream. */
  take(part: AnswerPart): void {
    if (part.type === 'call') this.takeCall(part.call);
    else if (part.type === 'call-previewed') this.preview(part.callId, part.edits);
    else if (part.type === 'prose') {
      this.round.prose += part.text;
      const edits = this.round.textEdits.take(part.text);
      if (edits !== null && !this.round.hasEditCalls) this.preview(textEditsId, edits);
    }
  }

  /** Closes a round that came to its proper end, once all that it asked for was done. */
  async endRound(): Promise<RoundResult> {
    const { round } = this;
    await round.pending;
    const message = round.hasEditCalls ? null : await this.landTextEdits(round);
    const failed = this.candidate.failedInRound;
    const wereShown = this.dropPreviews();
    this.candidate.endRound();
    if (wereShown || !round.hasEditCalls) this.tellEdits();
    return { results: round.results, message, failed, read: round.read };
  }

  /**
   * Takes back what a round did that did not come to its proper end, if earlier rounds of the turn made anything that
   * can stand by itself, and tells whether they did: that was paid for, and one failed correction must not take it away.
   */
  abandonRound(): boolean {
    if (!this.candidate.hadChangedBefore) return false;
    this.round = newRound(false);
    this.previewed.callOff();
    this.candidate.abandonRound();
    this.tellEdits();
    return true;
  }

  /** At the end of everything: what is still being written or read is no longer waited for. */
  stop(): void {
    const wereShown = this.dropPreviews();
    this.round = newRound(false);
    if (wereShown) this.tellEdits();
  }

  /** What the whole turn came to. */
  conclusion(): { readonly hunks: readonly Hunk[]; readonly mismatches: readonly Mismatch[] } {
    const { standing } = this.start;
    const hunks = standing !== null && !this.candidate.hasChanged ? standing.hunks : this.candidate.hunks([]);
    return { hunks, mismatches: this.candidate.openMismatches() };
  }

  /** How a turn that came to its proper end is judged. */
  verdict(hasProse: boolean): [status: 'done' | 'failed', failure: Failure | null] {
    const { candidate, start } = this;
    const count = candidate.ownMismatches;
    // Good neighbours stay acceptable: one bad edit never discards them.
    if (count > 0) return [this.madeEdits() ? 'done' : 'failed', { kind: 'edit-mismatch', count }];
    if (!this.madeEdits() && !hasProse) return ['failed', { kind: 'empty-answer' }];
    if (start.standing === null && !this.madeEdits() && start.task.kind !== 'ask') return ['done', { kind: 'no-edit' }];
    return ['done', null];
  }

  private madeEdits(): boolean {
    return this.start.standing === null ? this.candidate.hasHunks : this.candidate.hasChanged;
  }

  private takeCall(call: ToolCall): void {
    const { round } = this;
    const { request } = call;
    round.previews.delete(call.callId);
    if (isEditCall(call)) {
      round.hasEditCalls = true;
      round.previews.delete(textEditsId);
    }
    if (round.pending === null && request.kind === 'malformed') {
      this.failCall(round, call, request.reason);
    } else if (
      round.pending === null &&
      isEdit(request) &&
      editsOf(request).every((edit) => this.pathToRead(edit) === null)
    ) {
      this.finishEdits(
        round,
        call,
        editsOf(request).map((edit) => this.candidate.land(edit)),
      );
    } else {
      const pending = (round.pending ?? Promise.resolve()).then(() => this.process(round, call));
      // Waited for at the round's end; a round that is abandoned has nobody who does.
      pending.catch(() => undefined);
      round.pending = pending;
    }
  }

  private async process(round: Round, call: ToolCall): Promise<void> {
    const { request } = call;
    if (round !== this.round) return;
    if (request.kind === 'malformed') return this.failCall(round, call, request.reason);
    if (!isEdit(request)) return this.readFor(round, call, request);
    const landings = await this.landAll(round, editsOf(request));
    if (round === this.round) this.finishEdits(round, call, landings);
  }

  private failCall(round: Round, call: ToolCall, reason: string): void {
    this.candidate.fail({ path: '', reason, text: '' });
    round.results.push({ callId: call.callId, succeeded: false, text: reason });
    this.tellEdits();
  }

  private finishEdits(round: Round, call: ToolCall, landings: readonly Landing[]): void {
    const problems = call.request.kind === 'batch' ? call.request.problems : [];
    for (const problem of problems) this.candidate.fail(problem);
    const succeeded = problems.length === 0 && landings.every(({ failures }) => failures.length === 0);
    round.results.push({ callId: call.callId, succeeded, text: landingsText(landings, problems) });
    this.tellEdits();
  }

  /** Lands edits one after the other, and reads first what they need. */
  private async landAll(round: Round, edits: readonly FileEdit[]): Promise<readonly Landing[]> {
    const landings: Landing[] = [];
    for (const edit of edits) {
      const path = this.pathToRead(edit);
      const file = path === null ? null : await this.start.reading.fileFor(path);
      if (round !== this.round) return landings;
      if (file !== null && !('refused' in file)) {
        this.candidate.overlay = withFile(this.candidate.overlay, file);
      }
      // A file that cannot be read is no hindrance to one that is to be made in its place: writing looks once more.
      const isRefused = file !== null && 'refused' in file && edit.kind !== 'create';
      landings.push(isRefused ? this.candidate.refuse(edit, file.refused) : this.candidate.land(edit));
    }
    return landings;
  }

  private async readFor(round: Round, call: ToolCall, request: ReadRequest): Promise<void> {
    const { overlay } = this.candidate;
    const { reading } = this.start;
    const answer = round.mayRead
      ? await reading.answer(request, overlay)
      : refusedReading(request, overlay, 'You may read no further. Answer with what you have seen.');
    if (round !== this.round) return;
    this.candidate.overlay = answer.overlay;
    round.read += 1;
    round.results.push({ callId: call.callId, succeeded: answer.reading.succeeded, text: answer.text });
    this.listener.read(answer.reading);
  }

  /** Lands what the round wrote as text. Gives what the model has to be told about it. */
  private async landTextEdits(round: Round): Promise<string | null> {
    const batch = round.textEdits.end();
    if (batch === null) {
      this.landFencedBlock(round);
      return null;
    }
    const landings = await this.landAll(round, batch.edits);
    for (const problem of batch.problems) this.candidate.fail(problem);
    return failedTextEdits([...landings.flatMap(({ failures }) => failures), ...batch.problems]);
  }

  /** A model that only shows the code means it in place of the selection or as the new file; nothing else says where. */
  private landFencedBlock(round: Round): void {
    const { task } = this.start;
    const isAnswer = task.kind !== 'ask' && this.start.standing === null && round.read === 0;
    if (!isAnswer || this.candidate.hasChanged || this.candidate.openMismatches().length > 0) return;
    const block = readFencedReplacement(round.prose);
    const edit = block === null ? null : selectionReplacement(task, block);
    if (edit !== null) this.candidate.landGuess(edit);
  }

  private preview(callId: string, edits: readonly FileEdit[]): void {
    if (this.start.standing !== null) return;
    this.round.previews.set(callId, edits);
    this.previewed.ask();
  }

  /** Tells whether there were any. */
  private dropPreviews(): boolean {
    const wereShown = this.round.previews.size > 0;
    this.round.previews.clear();
    this.previewed.callOff();
    return wereShown;
  }

  /** The file that has to be read before an edit, or null. One that is to be made may be there already. */
  private pathToRead(edit: FileEdit): string | null {
    const { overlay } = this.candidate;
    if (edit.kind !== 'create') return fileToRead(overlay, edit);
    const isNew = this.start.reading.isAllowed && knownPath(pathsOf(overlay), edit.path) === null;
    return isNew ? edit.path : null;
  }

  private tellEdits(): void {
    if (this.start.standing !== null) return;
    const { overlay } = this.candidate;
    const previews = [...this.round.previews.values()].flat().filter((edit) => fileToRead(overlay, edit) === null);
    this.listener.edits(this.candidate.hunks(previews), this.candidate.openMismatches());
  }
}
