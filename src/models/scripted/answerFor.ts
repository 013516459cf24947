import { imageSystem } from '../../core/asset/imagePrompt.ts';
import type { FileEdit } from '../../core/edits/toolCall.ts';
import { buildPrompt } from '../../core/prompt.ts';
import type { CodeTaskKind, Task } from '../../core/task.ts';
import { basket } from './answers/basket.ts';
import { bestSellers } from './answers/bestSellers.ts';
import { orderForm } from './answers/orderForm.ts';
import { ordersPage } from './answers/ordersPage.ts';
import { ordersTable } from './answers/ordersTable.ts';
import { pricingPage } from './answers/pricingPage.ts';
import { receipt } from './answers/receipt.ts';
import { reservations } from './answers/reservations.ts';
import { salesChart } from './answers/salesChart.ts';
import { server } from './answers/server.ts';
import { warehouse } from './answers/warehouse.ts';
import { imageAnswer } from './imageAnswer.ts';
import type { StreamedAnswer } from './openaiEvents.ts';
import { readCall } from './readCall.ts';
import type { ScriptedQuestion } from './scriptedQuestion.ts';
import type { ScriptedAnswer, ScriptedEdit, ScriptedTask, ScriptedUi } from './scriptedTask.ts';

/** Every file of the sample that has answers. */
export const scriptedTasks: readonly ScriptedTask[] = [basket, server, reservations, bestSellers, warehouse, receipt];

/** Every interface that has answers. */
export const scriptedUis: readonly ScriptedUi[] = [pricingPage, ordersPage, ordersTable, orderForm, salesChart];

/** What is answered, with calls under the paths that the prompt gives the files. */
export type ScriptedReply = Pick<StreamedAnswer, 'thinking' | 'prose' | 'calls' | 'picture'>;

const disclaimer = '*This is a scripted answer, written by hand. No model was asked.*';

/** The hand-written answer to a question; says so plainly when nothing is scripted for the code it is about. */
export function answerFor(question: ScriptedQuestion): ScriptedReply {
  const { provider, user, laterTurns } = question;
  if (question.system === imageSystem(provider)) return imageAnswer(question);
  if (systemsFor.ui.includes(question.system)) return uiAnswer(question);
  const task = scriptedTasks.find(({ signature }) => signature.every((line) => user.includes(line)));
  if (task === undefined) {
    return laterTurns.length > 0
      ? nothingFurther
      : onlyProse(
          'Nothing is scripted for this code: scripted answers know only the files of the sample workspace, as long as their bugs are in them. With keys, both models answer about any code.',
        );
  }
  const isQuestion = systemsFor.ask.includes(question.system);
  const folder = folderIn(user, task.path);
  const fix = task.fix[provider];
  const { reading } = fix;
  const reads = reading !== undefined && question.canRead && !isQuestion;

  const last = laterTurns.at(-1);
  if (last === undefined) {
    if (isQuestion) return onlyProse(task.ask[provider]);
    if (!reads) return whole(fix, folder, task.path);
    const calls = reading.requests.map((request) => readCall(placed(request, folder)));
    return { thinking: reading.thinking, prose: disclaimed(reading.prose), calls };
  }
  if (last.message !== null) {
    const asked = laterTurns.filter(({ message }) => message !== null).length;
    const followUp = task.followUps?.[provider][asked - 1];
    return followUp === undefined ? nothingFurther : whole(followUp, folder, task.path);
  }
  // What it asked to read has come.
  if (reads && laterTurns.length === 1) return { ...whole(fix, folder, task.path), prose: fix.prose };
  return nothingFurther;
}

function disclaimed(prose: string): string {
  return `${disclaimer}\n\n${prose}`;
}

function onlyProse(prose: string): ScriptedReply {
  return { thinking: '', prose: disclaimed(prose), calls: [] };
}

const nothingFurther = onlyProse('Nothing further is scripted for this code.');

function whole({ thinking, prose, edits }: ScriptedAnswer, folder: string, path: string): ScriptedReply {
  return { thinking, prose: disclaimed(prose), calls: edits.map((edit) => placedEdit(edit, folder, path)) };
}

function placedEdit(edit: ScriptedEdit, folder: string, taskPath: string): FileEdit {
  const path = `${folder}${edit.path ?? taskPath}`;
  if (edit.kind === 'rename') return { ...edit, path, newPath: `${folder}${edit.newPath}` };
  if (edit.kind !== 'patch') return { ...edit, path };
  // A diff can be a whole patch, which names its files itself.
  const diff = edit.diff.replace(
    /^(\*\*\* (?:Add File|Update File|Delete File|Move to): )/gm,
    (header) => `${header}${folder}`,
  );
  return { ...edit, path, diff };
}

function placed<Request extends { readonly path: string | null }>(request: Request, folder: string): Request {
  return request.path === null ? request : { ...request, path: `${folder}${request.path}` };
}

/** Where the prompt has the sample: it can be open as a folder inside a larger workspace. */
function folderIn(prompt: string, path: string): string {
  const named = /^# File (.+)$/m.exec(prompt)?.[1] ?? path;
  return named.endsWith(`/${path}`) ? named.slice(0, -path.length) : '';
}

/** A new file is made where the prompt says; in place of other code nothing is scripted. */
function uiAnswer({ provider, user, laterTurns }: ScriptedQuestion): ScriptedReply {
  if (laterTurns.length > 0) return nothingFurther;
  const [, instruction = '', target = ''] = /^# Task\n\n([\s\S]*?)\n\n# Target\n\n([^#]*)/.exec(user) ?? [];
  const path = /as the new file `([^`]+)`/.exec(target)?.[1] ?? '';
  const [, pictures = ''] = /^# Images\n\n[^\n]*\n\n((?:\d+\. .*\n?)*)/m.exec(user) ?? [];
  const about = [instruction, pictures].join('\n');
  const ui = scriptedUis.find(({ asked, place }) => place.test(path) && asked.test(about));
  if (ui === undefined) {
    return onlyProse(
      'Nothing is scripted for this interface: scripted answers know a pricing page and what mockups/orders.png shows as a new HTML file, an orders table as a React component in `office`, an order form as a Vue component and a sales chart as a Svelte component. With keys, both models make any interface.',
    );
  }
  const { thinking, prose, text } = ui.answers[provider];
  return { thinking, prose: disclaimed(prose), calls: [{ kind: 'create', path, text }] };
}

const anyFile = { path: 'file', uri: '', languageId: '', version: 1, text: '' };
const anyTask: Omit<Task, 'kind'> = { instruction: '?', file: anyFile, selection: null, otherFiles: [] };
/** By their system prompts the kinds of tasks are told apart: all come with the edit tool. */
const systemsFor = { ask: systemsOf('ask'), ui: systemsOf('ui') };

function systemsOf(kind: CodeTaskKind): readonly string[] {
  return [true, false].map((canRead) => buildPrompt({ ...anyTask, kind }, [], { canRead, instruction: null }).system);
}
