import type { ImageSource } from '../../app/draftImages.ts';
import type { Failure, FailureOf } from '../../core/failure.ts';
import { readImageHeader } from '../../core/images/imageHeader.ts';
import type { Task } from '../../core/task.ts';
import { targetChoices } from '../../core/ui/targetChoices.ts';
import { uiKindOf } from '../../core/ui/uiKindOf.ts';
import type { GatheredContext } from '../contextGathering/gatherContext.ts';
import { gatherUiContext } from '../contextGathering/ui/gatherUiContext.ts';
import { readUiPackage, type UiPackage } from '../contextGathering/ui/uiPackage.ts';
import { readImages, readWorkspaceImage } from '../images/imageFiles.ts';
import { askForInstruction, sourceOf } from './instructionInput.ts';
import { proposeNewFile } from './newFilePlace.ts';
import { pickTarget, type UiPlaceChoice } from './targetPick.ts';
import { readUiOrigin, type UiOrigin } from './uiOrigin.ts';

/** An interface that the person wants, and how to find what goes along. */
export interface UiWish {
  readonly task: Task;
  /** Whether they want to see what will be sent before it is. */
  readonly draftOnly: boolean;
  /** Pictures to go along. */
  readonly images: readonly ImageSource[];
  readonly gather: () => Promise<GatheredContext>;
}

/** Asks what to make and where, in two steps; null when the person gave up on it. */
export async function askForUi(commandArguments: readonly unknown[]): Promise<UiWish | Failure | null> {
  const origin = await readUiOrigin(commandArguments);
  if ('kind' in origin) return origin;
  const uiPackage = await readUiPackage(origin.folder);
  if (isNowhere(origin, uiPackage)) return { kind: 'document-unsuitable', path: '', reason: 'no-folder' };
  const shown = await readImages(origin.images, readWorkspaceImage);
  const unsuitable = whyNoneIsSuitable(shown);
  if (unsuitable !== null) return unsuitable;
  const asked = await askForInstruction(origin, shown);
  if (asked === null) return null;
  const { text: instruction, images } = asked;
  const choices = await placeChoices(origin, uiPackage, instruction);
  const chosen = await pickTarget(choices, origin.folder, uiPackage.project);
  if (chosen === null || 'kind' in chosen) return chosen;
  const task = taskOf(chosen, origin, instruction);
  const { draftOnly } = chosen;
  return { task, draftOnly, images, gather: () => gatherUiContext(task, sourceOf(origin), uiPackage) };
}

/** Before anything is asked: a picture that cannot be sent is no beginning. One that can is enough to go on with. */
function whyNoneIsSuitable(images: readonly ImageSource[]): FailureOf<'image-unsuitable'> | null {
  const faults = images.map(({ name, content }) => {
    const reason = typeof content === 'string' ? content : readImageHeader(content);
    return typeof reason === 'string' ? ({ kind: 'image-unsuitable', name, reason } as const) : null;
  });
  return faults.every((fault) => fault !== null) ? (faults[0] ?? null) : null;
}

/** Without a folder only a file that has an interface can be asked about. */
function isNowhere({ captured, folder }: UiOrigin, { project }: UiPackage): boolean {
  return folder === null && (captured === null || uiKindOf(captured.task.file, project) === null);
}

function taskOf({ target, file }: UiPlaceChoice, { captured }: UiOrigin, instruction: string): Task {
  const selection = target.place === 'selection' && captured !== null ? captured.task.selection : null;
  return { kind: 'ui', instruction, file, selection, otherFiles: [], ui: target };
}

async function placeChoices(
  { captured, isFromExplorer, images, folder }: UiOrigin,
  { project }: UiPackage,
  instruction: string,
): Promise<readonly UiPlaceChoice[]> {
  const file = captured?.task.file ?? null;
  const targets = targetChoices(
    {
      own: file === null ? null : uiKindOf(file, project),
      hasSelection: captured !== null && captured.task.selection !== null,
      meansFile: isFromExplorer || file?.text.trim() === '',
      canMakeFiles: folder !== null,
    },
    project,
  );
  const madeFrom = file?.path ?? images[0]?.path ?? null;
  const source = madeFrom === null ? null : nameOf(madeFrom);
  const found = await Promise.all(
    targets.map(async (target): Promise<UiPlaceChoice | null> => {
      if (target.place !== 'new-file') return file === null ? null : { target, file };
      const made = folder === null ? null : await proposeNewFile(folder, instruction, target, source);
      return made === null ? null : { target, file: made };
    }),
  );
  return found.filter((choice) => choice !== null);
}

function nameOf(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/(?<=.)\.[^.]*$/, '');
}
