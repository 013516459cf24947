import type { Mismatch } from '../core/answer.ts';
import type { Hunk } from '../core/diff/hunk.ts';
import { worseTier } from '../core/edits/matchTier.ts';
import type { Overlay } from '../core/edits/overlay.ts';
import { applyEdit, overlayChanges } from '../core/edits/overlay.ts';
import type { FileEdit } from '../core/edits/toolCall.ts';
import type { SourceFile } from '../core/task.ts';
import { candidateOverlay } from './candidateOverlay.ts';
import { textOfEdit } from './editText.ts';
import type { Landing } from './landing.ts';

/** What a turn goes on from. */
export interface CandidateStart {
  readonly hunks: readonly Hunk[];
  readonly mismatches: readonly Mismatch[];
}

/** The files as one answer would have them: edits land here one after the other, and rounds can be taken back. */
export class Candidate {
  overlay: Overlay;
  private readonly idPrefix: string;
  private readonly start: CandidateStart;
  private readonly startOverlay: Overlay;
  /** What the rounds that came to their proper end had made. */
  private before: { readonly overlay: Overlay; readonly mismatches: readonly Mismatch[] };
  private mismatches: readonly Mismatch[];
  private roundMismatches: readonly Mismatch[] = [];
  /** Paths that the running round has edits for; '' stands for calls that name none. */
  private roundPaths: ReadonlySet<string> = new Set();
  /** True when all of it is a guess about where code belongs. */
  private isGuess = false;

  constructor(files: readonly SourceFile[], start: CandidateStart, idPrefix: string) {
    this.idPrefix = idPrefix;
    this.start = start;
    this.overlay = candidateOverlay(files, start.hunks);
    this.startOverlay = this.overlay;
    this.mismatches = start.mismatches;
    this.before = { overlay: this.overlay, mismatches: start.mismatches };
  }

  beginRound(): void {
    this.before = { overlay: this.overlay, mismatches: this.mismatches };
    this.roundMismatches = [];
    this.roundPaths = new Set();
  }

  land(edit: FileEdit): Landing {
    const { overlay, outcome } = applyEdit(this.overlay, edit);
    this.overlay = overlay;
    const { path } = outcome;
    const failures =
      outcome.kind === 'failed'
        ? [{ path, reason: outcome.reason, text: textOfEdit(edit) }]
        : outcome.failures.map(({ reason, text }) => ({ path, reason, text }));
    // After a reply with any edit, a call that made no sense is no longer worth telling.
    this.roundPaths = new Set([...this.roundPaths, path, '']);
    this.roundMismatches = [...this.roundMismatches, ...failures];
    return { path, landed: outcome.kind === 'landed', failures };
  }

  /** Lands an edit that says nothing about its place but where the person's selection is. */
  landGuess(edit: FileEdit): Landing {
    this.isGuess = true;
    return this.land(edit);
  }

  /** Notes an edit whose file could not be read. */
  refuse(edit: FileEdit, reason: string): Landing {
    const failure = { path: edit.path, reason, text: textOfEdit(edit) };
    this.fail(failure);
    return { path: edit.path, landed: false, failures: [failure] };
  }

  /** Notes what could not even be read as an edit. */
  fail(mismatch: Mismatch): void {
    this.roundPaths = new Set([...this.roundPaths, mismatch.path]);
    this.roundMismatches = [...this.roundMismatches, mismatch];
  }

  /** How many edits of the running round did not land. */
  get failedInRound(): number {
    return this.roundMismatches.length;
  }

  endRound(): void {
    this.mismatches = this.openMismatches();
    this.roundMismatches = [];
    this.roundPaths = new Set();
  }

  /** Takes back what the running round did. */
  abandonRound(): void {
    this.overlay = this.before.overlay;
    this.mismatches = this.before.mismatches;
    this.roundMismatches = [];
    this.roundPaths = new Set();
  }

  /** True when rounds before the running one made anything of the files that is still to be seen. */
  get hadChangedBefore(): boolean {
    const { overlay } = this.before;
    return this.isChanged(overlay) && overlayChanges(overlay).length > 0;
  }

  /** True once this turn made anything of the files. */
  get hasChanged(): boolean {
    return this.isChanged(this.overlay);
  }

  get hasHunks(): boolean {
    return overlayChanges(this.overlay).length > 0;
  }

  /**
   * What the candidate is at the moment, as hunks that are numbered anew.
   *
   * @param previews edits that are still being written, to be seen on top
   */
  hunks(previews: readonly FileEdit[]): readonly Hunk[] {
    const overlay = previews.reduce((current, edit) => applyEdit(current, edit).overlay, this.overlay);
    const changes = overlayChanges(overlay).flatMap(({ path, change, newPath, changes: lines }) =>
      lines.map((line) => ({ ...line, path, change, newPath, edited: false })),
    );
    return changes.map((change, index) => this.inherited({ ...change, id: `${this.idPrefix}-${index + 1}` }));
  }

  /** An edit of a file supersedes what failed in that file before: the model was told, and this is its reply. */
  openMismatches(): readonly Mismatch[] {
    const earlier = this.mismatches.filter(({ path }) => !this.roundPaths.has(path));
    return [...earlier, ...this.roundMismatches];
  }

  /** Mismatches of this turn alone. */
  get ownMismatches(): number {
    return this.openMismatches().filter((mismatch) => !this.start.mismatches.includes(mismatch)).length;
  }

  /** Reading a file changes the overlay, too, but nothing of the files. */
  private isChanged({ touched, renames }: Overlay): boolean {
    return touched !== this.startOverlay.touched || renames !== this.startOverlay.renames;
  }

  /** What was loosely placed in an earlier turn stays so, and what the person wrote stays theirs. */
  private inherited(hunk: Hunk): Hunk {
    const former = this.start.hunks.filter((other) => other.path === hunk.path && touches(other, hunk));
    const tier = former.reduce((worst, other) => worseTier(worst, other.tier), this.isGuess ? 'fuzzy' : hunk.tier);
    return { ...hunk, tier, edited: former.some((other) => other.edited && saysTheSame(other, hunk)) };
  }
}

function touches(one: Hunk, other: Hunk): boolean {
  return one.baseStart <= other.baseEnd && other.baseStart <= one.baseEnd;
}

function saysTheSame(one: Hunk, other: Hunk): boolean {
  return one.baseStart === other.baseStart && one.newLines.join('') === other.newLines.join('');
}
