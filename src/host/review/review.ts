import * as vscode from 'vscode';
import type { ComparisonSession } from '../../app/comparisonSession.ts';
import type { OpenComparisons } from '../../app/openComparisons.ts';
import { relate } from '../../core/diff/alignment.ts';
import { otherSide, type Side, sides } from '../../core/side.ts';
import type { PanelCommand } from '../../shared/messages.ts';
import { setContextKey } from '../contextKeys.ts';
import { describeOutcome } from '../outcomeSentences.ts';
import type { Renames } from '../renames.ts';
import { DiffEditors } from './diffEditors.ts';
import { hunkAt, InlineReviews } from './inlineReviews.ts';
import { type ReviewCommand, reviewCommands } from './reviewCommands.ts';

/** A comparison's panel, as commands act on it. */
export interface CommandedPanel {
  /** Whether its tab has the focus. */
  readonly isActive: boolean;
  /** Does what the command means for the hunk that has the panel's focus. */
  give(command: PanelCommand): void;
}

/** What a command is about when it does not come from a key: a hunk, or only a comparison. */
interface Target {
  readonly comparisonId: string;
  readonly hunkId: string | null;
}

/** Reviewing outside the panel: in the person's editors, in diff editors, and by VS Code's commands and keys. */
export class Review implements vscode.Disposable {
  readonly #comparisons: OpenComparisons;
  readonly #inline: InlineReviews;
  readonly #diffs: DiffEditors;
  readonly #panels = new Map<ComparisonSession, CommandedPanel>();

  constructor(comparisons: OpenComparisons, renames: Renames) {
    this.#comparisons = comparisons;
    this.#inline = new InlineReviews(renames);
    this.#diffs = new DiffEditors((comparisonId) => comparisons.find(comparisonId));
  }

  /** A comparison is shown in a panel from now on. */
  follow(session: ComparisonSession, panel: CommandedPanel): void {
    this.#panels.set(session, panel);
    session.onDidChange((now, before) => {
      if (sides.some((side) => now[side].hunks !== before[side].hunks)) this.#tellContext();
    });
    this.#tellContext();
  }

  /** Its panel is closed: nothing of it is shown anywhere any more. */
  async forget(session: ComparisonSession): Promise<void> {
    this.#panels.delete(session);
    this.#tellContext();
    this.#inline.end(session.comparison.id);
    await this.#diffs.release(session.comparison.id);
  }

  /** Shows a side's hunks in the person's own editor. */
  async startInline(session: ComparisonSession, side: Side): Promise<void> {
    const { hunks } = session.comparison[side];
    if (hunks.every(({ change }) => change === 'create')) await this.openDiff(session, side, hunks[0]?.id ?? null);
    else await this.#inline.start(session, side);
  }

  /** Shows the file of a hunk, or all files of a side, in VS Code's diff editor. */
  async openDiff(session: ComparisonSession, side: Side, hunkId: string | null): Promise<void> {
    if (!(await this.#diffs.open(session, side, hunkId))) tellNothing();
  }

  /** Carries out a command; `[target]` is what VS Code passed to it, if anything. */
  async run(command: ReviewCommand, [target]: readonly unknown[]): Promise<void> {
    if (command === 'reviewInline' || command === 'openInDiffEditor') return this.#begin(command);
    const given = reviewCommands[command];
    const panel = target === undefined ? this.#panelWithFocus() : null;
    if (panel !== null && given !== null) return panel.give(given);
    const meant = this.#targetOf(target);
    const review = meant === null ? null : this.#inline.sideOf(meant.comparisonId);
    if (meant === null || review === null) return;
    const { session } = review;
    const { hunkId } = meant;
    switch (command) {
      case 'nextHunk':
        return this.#inline.step(1);
      case 'previousHunk':
        return this.#inline.step(-1);
      case 'acceptHunk':
        return choose(session, hunkId, 'accepted');
      case 'rejectHunk':
        return choose(session, hunkId, 'rejected');
      case 'takeLeft':
        return take(session, hunkId, 'left');
      case 'takeRight':
        return take(session, hunkId, 'right');
      case 'undoChoice':
        return session.dispatch({ type: 'choice-undone' });
      case 'applyAccepted':
        return await apply(session);
      case 'showOtherSide':
        return await this.#inline.swap(meant.comparisonId);
      case 'endReview':
        return this.#inline.end(meant.comparisonId);
    }
  }

  dispose(): void {
    this.#inline.dispose();
    this.#diffs.dispose();
  }

  async #begin(command: 'reviewInline' | 'openInDiffEditor'): Promise<void> {
    const session = this.#comparisons.latest;
    const side = session === null ? null : await chooseSide(session);
    if (session === null || side === null) return;
    if (command === 'reviewInline') await this.startInline(session, side);
    else await this.openDiff(session, side, null);
  }

  /** Null where an editor that shows hunks has the focus. Which panel has it is heard a moment after VS Code's keys know. */
  #panelWithFocus(): CommandedPanel | null {
    const active = [...this.#panels.values()].find(({ isActive }) => isActive);
    if (active !== undefined || this.#inline.active !== null) return active ?? null;
    const { latest } = this.#comparisons;
    return latest === null ? null : (this.#panels.get(latest) ?? null);
  }

  /** What a CodeLens, a thread or, without anything, the editor with the focus is about. */
  #targetOf(given: unknown): Target | null {
    if (typeof given === 'object' && given !== null) {
      const { comparisonId, hunkId } = given as Partial<Record<keyof Target, unknown>>;
      const isHunk = typeof hunkId === 'string' || hunkId === null;
      if (typeof comparisonId === 'string' && isHunk) return { comparisonId, hunkId };
      const shown = this.#inline.hunkOfThread(given);
      if (shown !== null) return shown;
    }
    const { active } = this.#inline;
    if (active === null) return null;
    const hunkId = hunkAt(active.file, active.editor)?.hunk.id ?? null;
    return { comparisonId: active.file.session.comparison.id, hunkId };
  }

  #tellContext(): void {
    const hasHunks = [...this.#panels.keys()].some(({ comparison }) =>
      sides.some((side) => comparison[side].hunks.length > 0),
    );
    void setContextKey('tiebreak.hasHunks', hasHunks);
  }
}

/** Chooses as the panel's buttons do: what is chosen already is taken back. */
function choose(session: ComparisonSession, hunkId: string | null, wanted: 'accepted' | 'rejected'): void {
  if (hunkId === null) return;
  const isSo = session.comparison.choices[hunkId]?.state === wanted;
  const type = isSo ? 'hunk-reopened' : wanted === 'accepted' ? 'hunk-accepted' : 'hunk-rejected';
  session.dispatch({ type, hunkId });
}

/** Takes what a side says about the lines of a hunk. A side that leaves them alone is taken by rejecting the other's. */
function take(session: ComparisonSession, hunkId: string | null, side: Side): void {
  const { comparison } = session;
  const isOwn = comparison[side].hunks.some(({ id }) => id === hunkId);
  const hunk = comparison[otherSide(side)].hunks.find(({ id }) => id === hunkId);
  const related = hunk === undefined ? [] : relate(hunk, comparison[side].hunks);
  if (hunkId === null) return;
  if (isOwn) session.dispatch({ type: 'hunk-accepted', hunkId });
  else if (related.length === 0) session.dispatch({ type: 'hunk-rejected', hunkId });
  else for (const relation of related) session.dispatch({ type: 'hunk-accepted', hunkId: relation.hunkId });
}

async function apply(session: ComparisonSession): Promise<void> {
  await session.apply();
  const { outcome } = session.comparison;
  const notice = describeOutcome(session.comparison);
  if (notice === null || outcome === null || outcome.kind === 'declined') return;
  if (outcome.kind === 'applied') void vscode.window.setStatusBarMessage(notice.sentence, 5000);
  else void vscode.window.showWarningMessage(notice.sentence);
}

async function chooseSide({ comparison }: ComparisonSession): Promise<Side | null> {
  const items = sides.flatMap((side) => {
    const { contender, hunks } = comparison[side];
    const description = hunks.length === 1 ? vscode.l10n.t('1 hunk') : vscode.l10n.t('{0} hunks', hunks.length);
    return hunks.length === 0 ? [] : [{ label: contender.label, description, side }];
  });
  if (items.length === 0) tellNothing();
  if (items.length < 2) return items[0]?.side ?? null;
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Whose changes?') });
  return chosen?.side ?? null;
}

function tellNothing(): void {
  void vscode.window.showInformationMessage(vscode.l10n.t('This comparison has no changes to show yet.'));
}
