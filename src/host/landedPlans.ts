import type { ApplyResult } from '../app/ports.ts';
import type { Hunk } from '../core/diff/hunk.ts';
import type { FileOperation, FilePlan } from './filePlan.ts';
import { isTaken, openPresent } from './presentDocument.ts';
import { replaced } from './textReplacements.ts';

/**
 * What came of an edit that VS Code gave up on: seen from the files, since VS Code does not tell, and carries out one
 * kind of change after the other. Null when nothing of it happened, so that it can be tried again.
 */
export async function seenResult(plans: readonly FilePlan[]): Promise<ApplyResult | null> {
  const landed: Hunk[] = [];
  const missed: Hunk[] = [];
  for (const plan of plans) {
    const isMoved = plan.operation !== null && (await isDone(plan.operation));
    const isWritten = await hasText(plan);
    for (const hunk of plan.landed) {
      const happened = hunk === plan.operation?.hunk ? isMoved : isWritten;
      (happened ? landed : missed).push(hunk);
    }
  }
  if (landed.length === 0) return null;
  return {
    kind: 'applied',
    landed,
    alreadyThere: plans.flatMap(({ alreadyThere }) => alreadyThere),
    missed: [...plans.flatMap((plan) => plan.missed), ...missed],
  };
}

async function isDone(operation: FileOperation): Promise<boolean> {
  switch (operation.kind) {
    case 'rename':
      return (await isTaken(operation.to)) && !(await isTaken(operation.from));
    case 'create':
      return await isTaken(operation.uri);
    case 'delete':
      return !(await isTaken(operation.uri));
  }
}

async function hasText({ text, operation }: FilePlan): Promise<boolean> {
  if (text === null) return false;
  const places = operation?.kind === 'rename' ? [operation.to] : [text.document.uri];
  for (const place of places) {
    const document = await openPresent(place);
    if (document?.getText() === replaced(text.before, text.replacements)) return true;
  }
  return false;
}
