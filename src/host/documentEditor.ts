import * as vscode from 'vscode';
import type { ApplyRequest, ApplyResult, DocumentEditor } from '../app/ports.ts';
import type { Hunk } from '../core/diff/hunk.ts';
import { type CreatedFiles, lookAfterCreatedFiles } from './createdFiles.ts';
import { workspaceEdit } from './fileEdits.ts';
import { type FilePlan, planFile } from './filePlan.ts';
import { seenResult } from './landedPlans.ts';
import { findRefusal, type PreparedFiles, prepareFiles } from './preparedFiles.ts';
import { watchRenamedTexts } from './renamedText.ts';
import type { Renames } from './renames.ts';
import { showCreated } from './showCreated.ts';
import { whyUntrusted } from './trust.ts';
import { typingPause } from './typingPause.ts';
import { type AskAboutReservations, askAboutReservations } from './writeReservations.ts';

/**
 * Writes accepted hunks through VS Code: all files in one edit, which one Undo takes back, into the buffers as they are
 * at that moment. Nothing is saved, shown or scrolled, but for the task's own file where it is made. A file that cannot be written means that none is. Edits wait for
 * each other.
 *
 * @param ask asks the person about files that are not written without a question
 */
export function createDocumentEditor(
  renames: Renames,
  ask: AskAboutReservations = askAboutReservations,
): DocumentEditor & vscode.Disposable {
  const created = lookAfterCreatedFiles();
  let latest: Promise<unknown> = Promise.resolve();
  return {
    apply(request) {
      const result = latest.then(() => applyRequest(request, { renames, ask, created }));
      latest = result.catch(() => undefined);
      return result;
    },
    dispose: () => created.dispose(),
  };
}

interface Surroundings {
  readonly renames: Renames;
  readonly ask: AskAboutReservations;
  readonly created: CreatedFiles;
}

async function applyRequest(
  request: ApplyRequest,
  { renames, ask, created }: Surroundings,
): Promise<ApplyResult | null> {
  const untrusted = whyUntrusted();
  if (untrusted !== null) return { kind: 'failed', failure: untrusted };
  const confirmed = new Set<string>();
  let { hunks } = request;
  // Someone may have typed between our look at the text and VS Code's; then it is looked at anew, once
  // they pause.
  for (let attempt = 0; attempt < mostAttempts; ) {
    const prepared = await prepareFiles(request, hunks, renames);
    if ('kind' in prepared) return { kind: 'failed', failure: prepared };
    const open = prepared.reservations.filter(({ path }) => !confirmed.has(path));
    if (open.length > 0) {
      const answer = await ask(open);
      if (answer === null) return null;
      const asked = open.map(({ path }) => path);
      if (answer === 'write') for (const path of asked) confirmed.add(path);
      else hunks = hunks.filter(({ path }) => !asked.includes(path));
      if (hunks.length === 0) return null;
      // A question takes as long as it takes: everything is looked at again.
      continue;
    }
    const result = await write(prepared, request, created);
    if (result !== null) return result;
    attempt += 1;
    await typingPause();
  }
  return rejected(hunks);
}

/** With the pauses between them, more than anybody who types gets in the way of. */
const mostAttempts = 4;

/** Null when VS Code did not take the edit and nothing of it happened. */
async function write(
  { files, newContents }: PreparedFiles,
  { own, resolutions }: ApplyRequest,
  created: CreatedFiles,
): Promise<ApplyResult | null> {
  const refusal = await findRefusal(files);
  if (refusal !== null) return { kind: 'failed', failure: refusal };
  // From here to `applyEdit` nothing is awaited: the edit belongs to the texts and versions that are there now.
  const plans = files.map((file) => planFile(file, resolutions));
  const isEmpty = plans.every(({ text, operation }) => text === null && operation === null);
  const renamed = watchRenamedTexts(plans);
  try {
    if (!isEmpty && !(await vscode.workspace.applyEdit(workspaceEdit(plans, newContents)))) {
      return await seenResult(plans);
    }
    lookAfterCreated(plans, newContents, created);
    const misplaced = new Set((await renamed.settle()).map(({ id }) => id));
    for (const { operation } of plans) {
      if (operation?.kind === 'create' && operation.hunk.path === own.path) await showCreated(operation.uri);
    }
    const hunks = plans.flatMap(({ landed }) => landed);
    return {
      kind: 'applied',
      landed: hunks.filter(({ id }) => !misplaced.has(id)),
      alreadyThere: plans.flatMap(({ alreadyThere }) => alreadyThere),
      missed: [...plans.flatMap(({ missed }) => missed), ...hunks.filter(({ id }) => misplaced.has(id))],
    };
  } finally {
    renamed.dispose();
  }
}

function lookAfterCreated(
  plans: readonly FilePlan[],
  newContents: PreparedFiles['newContents'],
  created: CreatedFiles,
): void {
  for (const { operation } of plans) {
    const bytes = operation?.kind === 'create' ? newContents.get(operation.uri.toString()) : undefined;
    if (operation?.kind === 'create' && bytes !== undefined) created.lookAfter(operation.uri, bytes);
  }
}

function rejected(hunks: readonly Hunk[]): ApplyResult {
  return { kind: 'failed', failure: { kind: 'edit-rejected', path: hunks[0]?.path ?? '' } };
}
