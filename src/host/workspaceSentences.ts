import * as vscode from 'vscode';
import type { PathRefusal, UnsuitableReason } from '../core/failure.ts';
import type { Explanations } from './explanation.ts';
import { imageFaultSentence } from './images/imageSentences.ts';

type WorkspaceKind =
  | 'document-unsuitable'
  | 'image-unsuitable'
  | 'document-changed'
  | 'document-gone'
  | 'read-only'
  | 'not-encodable'
  | 'path-refused'
  | 'edit-rejected';

/** What goes wrong with the person's own files. */
export const workspaceExplanations: Explanations<WorkspaceKind> = {
  'document-unsuitable': {
    sentence: ({ path, reason }) => unsuitable[reason](path),
    actions: [],
  },
  'image-unsuitable': {
    sentence: ({ name, reason }) => imageFaultSentence(name, reason),
    actions: [],
  },
  'document-changed': {
    sentence: ({ path, landed, missed }) =>
      landed === 0
        ? vscode.l10n.t('{0} changed in the same places meanwhile, so nothing was written.', path)
        : vscode.l10n.t('{0} changed meanwhile: {1} landed, {2} did not fit any more.', path, landed, missed),
    actions: ['open-file', 'copy-patch', 'ask-again'],
  },
  'document-gone': {
    sentence: ({ path }) => vscode.l10n.t('{0} is no longer there, so nothing was written.', path),
    actions: ['copy-patch'],
  },
  'read-only': {
    sentence: ({ path }) => vscode.l10n.t('{0} is read-only, so nothing was written.', path),
    actions: ['copy-patch', 'open-file'],
  },
  'not-encodable': {
    sentence: ({ path, encoding, character }) =>
      vscode.l10n.t(
        '{0} is in the encoding {1}, which has no “{2}”, so nothing was written.',
        path,
        encoding,
        shownCharacter(character),
      ),
    actions: ['copy-patch', 'open-file'],
  },
  'path-refused': {
    sentence: ({ path, reason }) => refusals[reason](path),
    actions: ['copy-patch'],
  },
  'edit-rejected': {
    sentence: ({ path }) => vscode.l10n.t('VS Code did not take the edit of {0}, so nothing was written.', path),
    actions: ['copy-patch', 'open-file'],
  },
};

/** With its number, since it may look like another one or like nothing. */
function shownCharacter(character: string): string {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `${character} (U+${number})` : `U+${number}`;
}

const unsuitable: { readonly [Reason in UnsuitableReason]: (path: string) => string } = {
  secret: (path) => vscode.l10n.t('{0} looks like it holds secrets, so it is not sent to any model.', path),
  binary: (path) => vscode.l10n.t('{0} is not text, so there is nothing to compare.', path),
  'too-large': (path) => vscode.l10n.t('{0} is larger than 1 MB, which is too large to send.', path),
  notebook: () => vscode.l10n.t('Notebooks cannot be compared; copy the code into a file.'),
  'no-document': () => vscode.l10n.t('Open a file in the editor first; there is no code to ask about.'),
  'no-folder': () =>
    vscode.l10n.t('Open a folder first: a new file needs a place, and no open file has an interface to edit.'),
  unreadable: (path) => vscode.l10n.t('{0} cannot be read.', path),
};

const refusals: { readonly [Reason in PathRefusal]: (path: string) => string } = {
  'outside-workspace': (path) => vscode.l10n.t('{0} lies outside the workspace, so nothing was written.', path),
  malformed: (path) => vscode.l10n.t('“{0}” is not a path that a file should have, so nothing was written.', path),
  protected: (path) =>
    vscode.l10n.t('{0} belongs to version control and is never written to, so nothing was written.', path),
  secret: (path) => vscode.l10n.t('{0} looks like it holds secrets, so nothing was written.', path),
  'symbolic-link': (path) =>
    vscode.l10n.t('{0} leads elsewhere through a symbolic link, so nothing was written.', path),
  'not-in-task': (path) => vscode.l10n.t('{0} was not part of the question, so nothing was written.', path),
  'made-twice': (path) =>
    vscode.l10n.t('Two accepted changes would make {0}, so nothing was written; choose another path for one.', path),
};
