import * as vscode from 'vscode';
import { proposedCode } from './proposedText.ts';
import type { ReviewedFile, ReviewedHunk } from './reviewedFile.ts';
import { isShownWithinLine } from './withinLine.ts';

/** How far below the lines in view threads are made ready. */
const linesAhead = 200;

/** The hunk that a thread shows. */
export interface HunkReference {
  readonly comparisonId: string;
  readonly hunkId: string;
}

interface ShownThread {
  readonly thread: vscode.CommentThread;
  readonly text: string;
}

/**
 * Shows proposed lines below the lines that they replace, as threads that nobody can write in: of what extensions may
 * put between the lines of an editor, comments are the only thing with room for several lines of code. What changes
 * only within a line needs none, and what is rejected is put away.
 */
export class ProposalThreads implements vscode.Disposable {
  #controller: vscode.CommentController | null = null;
  readonly #threads = new Map<string, Map<string, ShownThread>>();
  readonly #hunks = new WeakMap<vscode.CommentThread, HunkReference>();

  /**
   * Brings the threads of one document in line with the review; null takes them away. Where there is no thread yet, one
   * is only put into lines in view and below: what comes further up would move what the person looks at.
   *
   * @param inView 0-based first and last line in view, of all editors that show the document
   */
  show(document: vscode.TextDocument, file: ReviewedFile | null, inView: readonly [number, number]): void {
    const place = document.uri.toString();
    const former = this.#threads.get(place) ?? new Map<string, ShownThread>();
    const next = new Map<string, ShownThread>();
    for (const hunk of file?.hunks ?? []) {
      const shown = former.get(hunk.hunk.id) ?? null;
      if (file === null || !isShown(document, hunk) || (shown === null && !isNear(hunk, inView))) continue;
      next.set(hunk.hunk.id, this.#update(document, file, hunk, shown));
    }
    for (const [id, { thread }] of former) if (!next.has(id)) thread.dispose();
    if (next.size === 0) this.#threads.delete(place);
    else this.#threads.set(place, next);
    if (this.#threads.size === 0) this.#release();
  }

  /** The hunk of a thread on which a command was called, or null when it is not one of ours. */
  hunkOf(thread: object): HunkReference | null {
    return this.#hunks.get(thread as vscode.CommentThread) ?? null;
  }

  dispose(): void {
    this.#threads.clear();
    this.#release();
  }

  #update(
    document: vscode.TextDocument,
    file: ReviewedFile,
    hunk: ReviewedHunk,
    former: ShownThread | null,
  ): ShownThread {
    const range = rangeOf(document, hunk);
    const text = hunk.hunk.newLines.join('');
    const label = labelOf(file, hunk);
    const comment: vscode.Comment = {
      author: { name: file.label },
      body: proposedCode(hunk.hunk.newLines, document.languageId),
      mode: vscode.CommentMode.Preview,
    };
    if (former !== null) {
      const { thread } = former;
      if (thread.range === undefined || !thread.range.isEqual(range)) thread.range = range;
      if (thread.label !== label) thread.label = label;
      if (former.text !== text) thread.comments = [comment];
      return { thread, text };
    }
    this.#controller ??= vscode.comments.createCommentController('tiebreak.review', vscode.l10n.t('Proposed changes'));
    const thread = this.#controller.createCommentThread(document.uri, range, [comment]);
    thread.canReply = false;
    // Threads that are not resolved would make VS Code open its list of comments over half of the window.
    thread.state = vscode.CommentThreadState.Resolved;
    thread.label = label;
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    this.#hunks.set(thread, { comparisonId: file.session.comparison.id, hunkId: hunk.hunk.id });
    return { thread, text };
  }

  /** Without a review there is no controller, and VS Code shows nothing about comments. */
  #release(): void {
    this.#controller?.dispose();
    this.#controller = null;
  }
}

function isShown(document: vscode.TextDocument, hunk: ReviewedHunk): boolean {
  return hunk.hunk.newLines.length > 0 && hunk.choice !== 'rejected' && !isShownWithinLine(document, hunk);
}

/** Below the lines in view some more are made ready, so that scrolling finds them there; but not hundreds at once. */
function isNear({ start, end }: ReviewedHunk, [first, last]: readonly [number, number]): boolean {
  return Math.max(end - 1, start - 1) >= first && start <= last + linesAhead;
}

/** A thread stands below its last line, so an insertion belongs to the line above it. More lines would be tinted. */
function rangeOf({ lineCount }: vscode.TextDocument, { end }: ReviewedHunk): vscode.Range {
  const line = Math.min(Math.max(end - 1, 0), lineCount - 1);
  return new vscode.Range(line, 0, line, 0);
}

function labelOf(file: ReviewedFile, hunk: ReviewedHunk): string {
  const name = vscode.l10n.t('Hunk {0} of {1}', hunk.number, file.count);
  if (hunk.isLost) return vscode.l10n.t('{0} · your code changed here since', name);
  return hunk.choice === 'accepted' ? vscode.l10n.t('{0} · accepted', name) : name;
}
