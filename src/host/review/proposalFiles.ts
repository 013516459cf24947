import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { ComparisonSession } from '../../app/comparisonSession.ts';
import { baseTextOf, isEditable, proposedText, saysTheSame, takeEditedText } from './proposal.ts';
import { baseScheme, type ProposalPlace, placeOfProposal, proposalScheme } from './proposalUris.ts';

/** How long nobody may have typed before a proposal's text becomes hunks, in milliseconds. */
const pause = 300;

/** Marks the bytes as UTF-8, whatever encoding the person has set for files. */
const byteOrderMark = '\ufeff';

interface Proposal {
  readonly session: ComparisonSession;
  readonly place: ProposalPlace;
  readonly uri: vscode.Uri;
  /** What reading gives: as proposed when it was opened, or as the person saved it. */
  saved: string;
  /** What the side's hunks come to as far as is known here: as saved, or as typed since. */
  known: string;
  editable: boolean;
  /** Counts changes of what reading gives; stands for a time of change. */
  revision: number;
  typing: NodeJS.Timeout | null;
  readonly subscription: { dispose(): void };
}

/**
 * The proposed files as a file system in memory, so that they can be edited before anything is accepted. What the person
 * types there becomes the side's hunks after a pause and on saving; nothing of it touches a file.
 */
export class ProposalFiles implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #find: (comparisonId: string) => ComparisonSession | null;
  readonly #proposals = new Map<string, Proposal>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  readonly #subscriptions: vscode.Disposable;

  /** @param find the session of a comparison that is open, or null */
  constructor(find: (comparisonId: string) => ComparisonSession | null) {
    this.#find = find;
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.registerFileSystemProvider(proposalScheme, this, { isCaseSensitive: true }),
      vscode.workspace.registerTextDocumentContentProvider(baseScheme, {
        provideTextDocumentContent: (uri) => this.#baseText(uri),
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#typed(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#closed(document)),
    );
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const proposal = this.#open(uri);
    return {
      type: vscode.FileType.File,
      ctime: 0,
      mtime: proposal.revision,
      size: Buffer.byteLength(byteOrderMark + proposal.saved),
      ...(proposal.editable ? {} : { permissions: vscode.FilePermission.Readonly }),
    };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return Buffer.from(byteOrderMark + this.#open(uri).saved);
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    const proposal = this.#open(uri);
    proposal.saved = new TextDecoder().decode(content);
    proposal.revision += 1;
    this.#take(proposal, proposal.saved);
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  /** Everything of a comparison is let go: it was closed. */
  async release(comparisonId: string): Promise<void> {
    const own = [...this.#proposals.entries()].filter(([, { place }]) => place.comparisonId === comparisonId);
    for (const [, { uri }] of own) {
      // What was typed there is in the comparison already; without this, closing would ask about it.
      const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
      if (document?.isDirty === true) await document.save();
    }
    for (const [key, proposal] of own) {
      if (proposal.typing !== null) clearTimeout(proposal.typing);
      proposal.subscription.dispose();
      this.#proposals.delete(key);
    }
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    for (const { typing, subscription } of this.#proposals.values()) {
      if (typing !== null) clearTimeout(typing);
      subscription.dispose();
    }
    this.#proposals.clear();
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }

  #baseText(uri: vscode.Uri): string {
    const place = placeOfProposal(uri);
    const session = place === null ? null : this.#find(place.comparisonId);
    return place === null || session === null ? '' : baseTextOf(session, place.path);
  }

  #open(uri: vscode.Uri): Proposal {
    const known = this.#proposals.get(uri.toString());
    if (known !== undefined) return known;
    const place = placeOfProposal(uri);
    const session = place === null ? null : this.#find(place.comparisonId);
    if (place === null || session === null) throw vscode.FileSystemError.FileNotFound(uri);
    const text = proposedText(session, place);
    const proposal: Proposal = {
      session,
      place,
      uri,
      saved: text,
      known: text,
      editable: isEditable(session, place.side),
      revision: 1,
      typing: null,
      subscription: session.onDidChange(() => this.#follow(proposal)),
    };
    this.#proposals.set(uri.toString(), proposal);
    return proposal;
  }

  /** The comparison changed: another answer, another choice of words elsewhere, or it was decided. */
  #follow(proposal: Proposal): void {
    const { session, place, uri } = proposal;
    const text = proposedText(session, place);
    const editable = isEditable(session, place.side);
    if (saysTheSame(text, proposal.known) && editable === proposal.editable) return;
    const isOther = !saysTheSame(text, proposal.known);
    proposal.editable = editable;
    const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
    if (isOther) proposal.known = text;
    if (isOther && document?.isDirty === true) return void replaceText(document, text);
    if (document?.isDirty === true) return;
    proposal.saved = text;
    proposal.revision += 1;
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  #typed(document: vscode.TextDocument): void {
    const proposal = this.#proposals.get(document.uri.toString());
    if (proposal === undefined) return;
    if (proposal.typing !== null) clearTimeout(proposal.typing);
    proposal.typing = setTimeout(() => this.#take(proposal, document.getText()), pause);
  }

  /** What was typed and not saved is given up with its editor. */
  #closed(document: vscode.TextDocument): void {
    const proposal = this.#proposals.get(document.uri.toString());
    if (proposal !== undefined) this.#take(proposal, proposal.saved);
  }

  #take(proposal: Proposal, text: string): void {
    if (proposal.typing !== null) clearTimeout(proposal.typing);
    proposal.typing = null;
    if (saysTheSame(text, proposal.known) || !isEditable(proposal.session, proposal.place.side)) return;
    proposal.known = text;
    takeEditedText(proposal.session, proposal.place, text, `${proposal.place.side}-edited-${randomUUID().slice(0, 8)}`);
  }
}

async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
}
