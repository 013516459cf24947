import * as vscode from 'vscode';
import type { ComparisonSession } from '../../app/comparisonSession.ts';
import { baseFiles } from '../../core/comparison.ts';
import { hunksInOrder } from '../../core/diff/hunkOrder.ts';
import { otherSide, type Side } from '../../core/side.ts';
import type { SourceFile } from '../../core/task.ts';
import { setContextKey } from '../contextKeys.ts';
import type { Renames } from '../renames.ts';
import { codeColumn } from './codeColumn.ts';
import { ProposalThreads } from './proposalThreads.ts';
import { ReviewDecorations } from './reviewDecorations.ts';
import { type ReviewedFile, type ReviewedHunk, reviewedFile } from './reviewedFile.ts';
import { ReviewLenses } from './reviewLenses.ts';

/** Marks move along with what is typed by themselves; soon after, they are placed anew. In milliseconds. */
const settling = 100;

/** A side of a comparison that is being reviewed. */
interface Review {
  readonly session: ComparisonSession;
  readonly side: Side;
  readonly subscription: { dispose(): void };
}

/**
 * Shows hunks in the person's own editors: marks, proposed lines and what can be done, without a change to any text.
 * Follows the comparison and what is typed, until the comparison is decided or closed, or the review is ended.
 */
export class InlineReviews implements vscode.Disposable {
  readonly #renames: Renames;
  readonly #reviews = new Map<string, Review>();
  readonly #decorations = new ReviewDecorations();
  readonly #threads = new ProposalThreads();
  readonly #lenses = new ReviewLenses((document) => this.#find(document));
  readonly #shown = new Set<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable;
  #timer: NodeJS.Timeout | null = null;
  #scrolling: NodeJS.Timeout | null = null;

  constructor(renames: Renames) {
    this.#renames = renames;
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#find(document) !== null) this.#refreshSoon();
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#threads.show(document, null, [0, 0]);
        this.#shown.delete(document);
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (this.#shown.has(textEditor.document)) this.#lookAround(textEditor.document);
      }),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#refreshSoon(0)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#tellContext()),
      vscode.window.onDidChangeActiveColorTheme(() => {
        this.#decorations.dispose();
        // Code in threads keeps the colours that it was first shown in.
        this.#threads.dispose();
        this.#refresh();
      }),
    );
  }

  /** Begins to review a side, or turns to it from the other one. Where its first file is in view, nothing moves. */
  async start(session: ComparisonSession, side: Side): Promise<void> {
    const { id } = session.comparison;
    this.#reviews.get(id)?.subscription.dispose();
    // The review that was begun last is the one that is shown where two are about the same file.
    this.#reviews.delete(id);
    const subscription = session.onDidChange((now, before) => {
      if (now.phase === 'settled') this.end(id);
      else if (
        now[side].hunks !== before[side].hunks ||
        now.choices !== before.choices ||
        now[side].status !== before[side].status
      ) {
        this.#refreshSoon(0);
      }
    });
    this.#reviews.set(id, { session, side, subscription });
    await this.#showFirst(session, side);
    this.#refresh();
  }

  /** Ends the review of a comparison. */
  end(comparisonId: string): void {
    this.#reviews.get(comparisonId)?.subscription.dispose();
    if (this.#reviews.delete(comparisonId)) this.#refresh();
  }

  /** Turns a review to the other side, at the same place. */
  async swap(comparisonId: string): Promise<void> {
    const review = this.#reviews.get(comparisonId);
    if (review !== undefined) await this.start(review.session, otherSide(review.side));
  }

  /** What is reviewed in the editor that has the focus, or null. */
  get active(): { readonly editor: vscode.TextEditor; readonly file: ReviewedFile } | null {
    const editor = vscode.window.activeTextEditor;
    const file = editor === undefined ? null : this.#find(editor.document);
    return editor === undefined || file === null ? null : { editor, file };
  }

  /** The session and the side of a review that is under way, or null. */
  sideOf(comparisonId: string): { readonly session: ComparisonSession; readonly side: Side } | null {
    return this.#reviews.get(comparisonId) ?? null;
  }

  /** The hunk that a thread of ours shows, or null. */
  hunkOfThread(thread: object) {
    return this.#threads.hunkOf(thread);
  }

  /** Puts the cursor on the next hunk, or the one before; behind the last one comes the first, across files. */
  async step(by: 1 | -1): Promise<void> {
    const { active } = this;
    if (active === null) return;
    const { editor, file } = active;
    const line = editor.selection.active.line;
    const stops = file.hunks.filter(({ start }) => stopLine(editor.document, start) !== line);
    const inFile = by === 1 ? stops.find(({ start }) => start > line) : stops.findLast(({ start }) => start < line);
    if (inFile !== undefined) return reveal(editor, inFile);
    const { session, side } = file;
    const files = this.#filesWithHunks(session, side);
    const at = files.findIndex((each) => this.#isOf(each, editor.document));
    for (let offset = 1; offset <= files.length; offset += 1) {
      const next = files.at((at + by * offset + files.length) % files.length);
      if (next === undefined) return;
      const document = await vscode.workspace.openTextDocument(this.#renames.currentUri(vscode.Uri.parse(next.uri)));
      const hunks = reviewedFile(session, side, next, document.getText()).hunks;
      const hunk = by === 1 ? hunks[0] : hunks.at(-1);
      if (hunk === undefined) continue;
      if (document === editor.document) return reveal(editor, hunk);
      const viewColumn = codeColumn(document.uri, false);
      return reveal(await vscode.window.showTextDocument(document, { viewColumn }), hunk);
    }
  }

  dispose(): void {
    for (const { subscription } of this.#reviews.values()) subscription.dispose();
    this.#reviews.clear();
    for (const timer of [this.#timer, this.#scrolling]) if (timer !== null) clearTimeout(timer);
    this.#subscriptions.dispose();
    this.#decorations.dispose();
    this.#threads.dispose();
    this.#lenses.dispose();
  }

  /** Opens the file of the first hunk beside the panel, unless it is in view, and leaves the focus where it is. */
  async #showFirst(session: ComparisonSession, side: Side): Promise<void> {
    const files = this.#filesWithHunks(session, side);
    const isVisible = vscode.window.visibleTextEditors.some(({ document }) =>
      files.some((file) => this.#isOf(file, document)),
    );
    const [first] = files;
    if (isVisible || first === undefined) return;
    const document = await vscode.workspace.openTextDocument(this.#renames.currentUri(vscode.Uri.parse(first.uri)));
    const viewColumn = codeColumn(document.uri, true);
    await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: true, preview: false });
  }

  #filesWithHunks({ comparison }: ComparisonSession, side: Side): readonly SourceFile[] {
    const paths = new Set(hunksInOrder(comparison[side].hunks).map(({ path }) => path));
    const files = baseFiles(comparison);
    return [...paths].flatMap((path) => files.find((file) => file.path === path) ?? []);
  }

  #find(document: vscode.TextDocument): ReviewedFile | null {
    for (const { session, side } of [...this.#reviews.values()].reverse()) {
      const file = this.#filesWithHunks(session, side).find((each) => this.#isOf(each, document));
      if (file !== undefined) return reviewedFile(session, side, file, document.getText());
    }
    return null;
  }

  #isOf(file: SourceFile, { uri }: vscode.TextDocument): boolean {
    const place = uri.toString();
    const base = vscode.Uri.parse(file.uri);
    return base.toString() === place || this.#renames.currentUri(base).toString() === place;
  }

  /** What comes into view by scrolling gets its proposed lines once the scrolling rests. */
  #lookAround(document: vscode.TextDocument): void {
    if (this.#scrolling !== null) clearTimeout(this.#scrolling);
    this.#scrolling = setTimeout(() => {
      this.#threads.show(document, this.#find(document), linesInView(document));
    }, settling);
  }

  #refreshSoon(afterMs = settling): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#refresh(), afterMs);
  }

  #refresh(): void {
    const editors = vscode.window.visibleTextEditors;
    const documents = new Set([...this.#shown, ...editors.map(({ document }) => document)]);
    for (const document of documents) {
      const file = this.#find(document);
      for (const editor of editors) if (editor.document === document) this.#decorations.show(editor, file);
      this.#threads.show(document, file, linesInView(document));
      if (file === null) this.#shown.delete(document);
      else this.#shown.add(document);
    }
    this.#lenses.refresh(this.#reviews.size > 0);
    this.#tellContext();
  }

  #tellContext(): void {
    void setContextKey('tiebreak.inlineReview', this.active !== null);
  }
}

/** The hunk that the cursor is on or that comes next below it, else the last one; null when there is none. */
export function hunkAt({ hunks }: ReviewedFile, { selection }: vscode.TextEditor): ReviewedHunk | null {
  const { line } = selection.active;
  return hunks.find(({ start, end }) => line < Math.max(end, start + 1)) ?? hunks.at(-1) ?? null;
}

/** The first and the last line that any editor shows; nothing when none does. */
function linesInView(document: vscode.TextDocument): readonly [number, number] {
  const ranges = vscode.window.visibleTextEditors
    .filter((editor) => editor.document === document)
    .flatMap(({ visibleRanges }) => visibleRanges);
  return [Math.min(...ranges.map(({ start }) => start.line)), Math.max(...ranges.map(({ end }) => end.line))];
}

function stopLine({ lineCount }: vscode.TextDocument, start: number): number {
  return Math.min(start, lineCount - 1);
}

function reveal(editor: vscode.TextEditor, { start, end }: ReviewedHunk): void {
  const line = stopLine(editor.document, start);
  editor.selection = new vscode.Selection(line, 0, line, 0);
  const range = new vscode.Range(line, 0, Math.max(line, end - 1), 0);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
