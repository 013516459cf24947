import * as vscode from 'vscode';
import type { ComparisonSession } from '../app/comparisonSession.ts';
import type { Comparison } from '../core/comparison.ts';
import { baseFiles, hunksBySide } from '../core/comparison.ts';
import type { Provider } from '../core/contender.ts';
import { acceptedHunks } from '../core/diff/choices.ts';
import { patchText } from '../core/diff/patchText.ts';
import type { Failure } from '../core/failure.ts';
import type { Side } from '../core/side.ts';
import { sides } from '../core/side.ts';
import { isHeldBackByBudget } from '../core/spend/budget.ts';
import type { SourceFile } from '../core/task.ts';
import type { ActionId } from '../shared/comparisonView.ts';
import { setApiKey } from './keyDialogs.ts';
import type { Keys } from './keys.ts';
import { confirmLoss } from './spend/damagedLedger.ts';
import { manageTrust } from './trust.ts';

/** What carrying out an action needs. */
export interface ActionServices {
  readonly keys: Keys;
  readonly showLog: () => void;
  readonly tell: (failure: Failure) => void;
  readonly tryScripted: () => Promise<void>;
  readonly acceptLosses: () => Promise<Failure | null>;
}

/** Where an action was chosen: in a comparison (on a side, or about the whole), or in a notification. */
export interface ActionPlace {
  readonly session: ComparisonSession | null;
  readonly side: Side | null;
}

/** Carries out what a failure or notice offers. */
export async function performAction(action: ActionId, place: ActionPlace, services: ActionServices): Promise<void> {
  await deeds[action](place, services);
}

type Deed = (place: ActionPlace, services: ActionServices) => Promise<void>;

/** An action without a deed does not compile. */
const deeds: { readonly [Id in ActionId]: Deed } = {
  'set-key': async ({ session, side }, { keys, tell }) => {
    const provider: Provider | null =
      session === null || side === null ? null : session.comparison[side].contender.provider;
    const stored = await setApiKey(keys, provider);
    if (typeof stored !== 'boolean') return tell(stored);
    if (stored && session !== null && side !== null) await session.ask([side]);
  },
  'choose-model': async () => openSettings('tiebreak model'),
  'open-settings': async (place) => openSettings(settingInQuestion(place)),
  'try-scripted': async ({ session, side }, { tryScripted }) => {
    if (session === null) return tryScripted();
    await session.ask(side === null ? sides : [side], true);
  },
  'ask-again': async ({ session, side }) => {
    await session?.ask(side === null ? sides : [side]);
  },
  'show-log': async (_place, { showLog }) => showLog(),
  'manage-trust': async () => manageTrust(),
  'open-file': async ({ session }) => {
    if (session === null) return;
    const uri = vscode.Uri.parse(fileInQuestion(session.comparison).uri, true);
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
  },
  'copy-patch': async ({ session }) => {
    if (session === null) return;
    const { comparison } = session;
    const { outcome } = comparison;
    const hunks =
      outcome?.kind === 'partly-applied' ? outcome.missed : acceptedHunks(comparison.choices, hunksBySide(comparison));
    await vscode.env.clipboard.writeText(patchText(baseFiles(comparison), hunks));
    void vscode.window.setStatusBarMessage(vscode.l10n.t('Patch copied'), 3000);
  },
  'take-back': async ({ session }) => session?.dispatch({ type: 'choice-undone' }),
  'allow-over-budget': async ({ session }) => {
    if (session === null) return;
    session.allowOverBudget();
    // For the whole comparison: both sides may have been held back.
    await session.ask(heldBackSides(session));
  },
  'accept-loss': async ({ session }, { acceptLosses, tell }) => {
    if (!(await confirmLoss())) return;
    const failure = await acceptLosses();
    if (failure !== null) return tell(failure);
    if (session !== null) await session.ask(heldBackSides(session));
  },
  'change-budget': async () => openSettings('tiebreak.budget'),
  // The panel shows the request by itself; from anywhere else there is none to show.
  'show-request': async () => undefined,
};

function heldBackSides({ comparison }: ComparisonSession): readonly Side[] {
  return sides.filter((side) => isHeldBackByBudget(comparison[side].failure?.kind ?? null));
}

/** The very setting that a side's failure is about, else all of Tiebreak's. */
function settingInQuestion({ session, side }: ActionPlace): string {
  const failure = session === null || side === null ? null : session.comparison[side].failure;
  return failure?.kind === 'setting-invalid' ? `@id:${failure.setting}` : 'tiebreak';
}

/** The file that the last decision was about, else the task's own. */
function fileInQuestion(comparison: Comparison): SourceFile {
  const { outcome, task } = comparison;
  const failure = outcome?.kind === 'not-applied' ? outcome.failure : null;
  const path =
    outcome?.kind === 'partly-applied'
      ? outcome.missed[0]?.path
      : failure !== null && 'path' in failure
        ? failure.path
        : undefined;
  return baseFiles(comparison).find((file) => file.path === path) ?? task.file;
}

async function openSettings(query: string): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettings', query);
}
