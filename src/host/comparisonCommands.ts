import * as vscode from 'vscode';
import type { ComparisonServices } from '../app/comparisonSession.ts';
import { ComparisonSession } from '../app/comparisonSession.ts';
import type { DraftImages, ImageSource } from '../app/draftImages.ts';
import type { OpenComparisons } from '../app/openComparisons.ts';
import type { Contender } from '../core/contender.ts';
import type { Failure, FailureOf } from '../core/failure.ts';
import { sides } from '../core/side.ts';
import type { CodeTaskKind, Task } from '../core/task.ts';
import type { GatheredContext } from './contextGathering/gatherContext.ts';
import { gatherContext } from './contextGathering/gatherContext.ts';
import { HostDraftImages } from './images/draftImages.ts';
import { askForMissingKey } from './keyDialogs.ts';
import type { Keys } from './keys.ts';
import { readBaseUrl, readSettings } from './settings.ts';
import { captureTask } from './taskFromEditor.ts';
import type { TaskTarget } from './taskTarget.ts';
import { whyUntrusted } from './trust.ts';

/** What starting a comparison needs. */
export interface ComparisonStarter {
  readonly services: ComparisonServices;
  readonly comparisons: OpenComparisons;
  readonly keys: Keys;
  /** Shows a comparison's panel. */
  readonly present: (session: ComparisonSession, images: DraftImages) => Promise<void>;
  /** Tells a failure where there is no panel to show it in. */
  readonly tell: (failure: Failure) => void;
  readonly openModelSettings: () => void;
}

/** What the person wants compared. */
export interface ComparisonWish {
  readonly kind: CodeTaskKind;
  /** What the person typed; null for what the command itself asks. */
  readonly question: string | null;
  readonly target: TaskTarget;
  /** True to answer from scripted answers whatever the settings say. */
  readonly scripted: boolean;
  /** True to stop before sending, so that the person sees what would be sent. */
  readonly draftOnly: boolean;
  /** Pictures to go along; none where they are left out. */
  readonly images?: readonly ImageSource[];
}

/** What `Compare fix with both models` asks. Not translated: models are asked in English. */
function fixInstruction(target: TaskTarget, hasSelection: boolean): string {
  if (target.kind === 'range' && target.message !== null) {
    return `Find the cause of this problem and fix it: ${target.message}`;
  }
  return hasSelection ? 'Find the bug in the selected code and fix it.' : 'Find the bug in this file and fix it.';
}

/**
 * Starts a comparison: freezes the task, opens the panel at once, gathers context, makes sure that there are keys, and
 * asks both sides at the same moment. Where the person does not give a key, nothing is sent and the panel keeps the
 * draft.
 */
export async function startComparison(wish: ComparisonWish, starter: ComparisonStarter): Promise<void> {
  const instruction = (hasSelection: boolean) => wish.question ?? fixInstruction(wish.target, hasSelection);
  const captured = await captureTask(wish.kind, instruction, wish.target);
  if ('kind' in captured) return starter.tell(captured);
  const shownBehind = wish.target.kind === 'file' ? captured.document : null;
  await compareTask(captured.task, shownBehind, () => gatherContext(captured), wish, starter);
}

/**
 * Starts a comparison over a task that is frozen already.
 *
 * @param document to be shown behind the panel if it is not in view; null for none
 * @param gather finds what goes along
 */
export async function compareTask(
  task: Task,
  document: vscode.TextDocument | null,
  gather: () => Promise<GatheredContext>,
  wish: Pick<ComparisonWish, 'scripted' | 'draftOnly' | 'images'>,
  starter: ComparisonStarter,
): Promise<void> {
  const scripted = wish.scripted || readSettings().scriptedAnswers;
  const left = starter.services.contenderFor('left', scripted);
  if ('kind' in left) return starter.tell(left);
  const right = starter.services.contenderFor('right', scripted);
  if ('kind' in right) return starter.tell(right);

  if (document !== null) await showBehind(document);
  const session = new ComparisonSession(task, left, right, wish.draftOnly, starter.services);
  starter.comparisons.add(session);
  const images = new HostDraftImages(session, starter.services.clock, starter.services.newId);
  void images.offer(wish.images ?? []);
  const [context, hasAllImages] = await Promise.all([gather(), images.settled(), starter.present(session, images)]);
  session.takeContext(context.task, context.pieces);
  // The person is to decide what becomes of a task that lacks a picture.
  if (!hasAllImages) session.dispatch({ type: 'sending-held' });
  // Cancelled, declined or asked by hand meanwhile, it is no longer ours to send.
  if (session.comparison.phase === 'preparing') await sendToBoth(session, starter);
}

/** A file chosen in the explorer may not be open yet, and the panel opens beside the code. */
async function showBehind(document: vscode.TextDocument): Promise<void> {
  const isVisible = vscode.window.visibleTextEditors.some((editor) => editor.document === document);
  if (!isVisible) await vscode.window.showTextDocument(document, { preview: true });
}

/** Asks both sides of a draft, after asking for the keys that are missing; none is asked for in Restricted Mode. */
export async function sendToBoth(session: ComparisonSession, starter: ComparisonStarter): Promise<void> {
  const untrusted = whyUntrusted();
  if (untrusted !== null) return starter.tell(untrusted);
  const contenders = sides.map((side) => session.comparison[side].contender);
  const missing = await missingKeys(contenders, starter.keys);
  if (missing.length === 0) return session.ask(sides);
  session.dispatch({ type: 'sending-held' });
  switch (await askForMissingKey(starter.keys, missing)) {
    case 'keys-entered':
      return session.ask(sides);
    case 'try-scripted':
      return session.ask(sides, true);
    case 'choose-model':
      return starter.openModelSettings();
    case 'dismissed':
      return;
  }
}

/** Which keys are missing to ask these contenders. */
export async function missingKeys(
  contenders: readonly Contender[],
  keys: Keys,
): Promise<readonly FailureOf<'key-missing'>[]> {
  const found = await Promise.all(
    contenders.map(async ({ provider, scripted }) => {
      if (scripted) return null;
      const address = readBaseUrl(provider);
      // An address that cannot be used is told by the side itself, as its failure.
      if (address.kind !== 'base-url') return null;
      const key = await keys.keyFor(provider, address.host);
      return key === null ? ({ kind: 'key-missing', provider } as const) : null;
    }),
  );
  return found.filter((failure) => failure !== null);
}

/** Asks for the question of `Ask both models…`; null when the person gave none. */
export async function askForQuestion(): Promise<string | null> {
  const question = await vscode.window.showInputBox({
    title: vscode.l10n.t('Ask both models'),
    prompt: vscode.l10n.t('About the selection, or the file where nothing is selected'),
    placeHolder: vscode.l10n.t('Why can this be undefined?'),
    ignoreFocusOut: true,
  });
  return question === undefined || question.trim() === '' ? null : question.trim();
}
