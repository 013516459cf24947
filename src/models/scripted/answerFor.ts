import type { Provider } from '../../core/contender.ts';
import type { FileEdit } from '../../core/edits/toolCall.ts';
import { buildPrompt } from '../../core/prompt.ts';
import type { Task } from '../../core/task.ts';
import { basket } from './answers/basket.ts';
import { bestSellers } from './answers/bestSellers.ts';
import { reservations } from './answers/reservations.ts';
import { server } from './answers/server.ts';
import { warehouse } from './answers/warehouse.ts';
import type { ScriptedTask } from './scriptedTask.ts';

/** Every file of the sample that has answers. */
export const scriptedTasks: readonly ScriptedTask[] = [basket, server, reservations, bestSellers, warehouse];

/** What a scripted model was asked, told from the body of a request. */
export interface ScriptedQuestion {
  readonly provider: Provider;
  readonly system: string;
  readonly user: string;
  /** True once results of earlier calls came along. */
  readonly isFollowUp: boolean;
}

/** What it answers, with the edits under the path that the prompt gives the file. */
export interface ScriptedReply {
  readonly thinking: string;
  readonly prose: string;
  readonly edits: readonly FileEdit[];
}

const disclaimer = '*This is a scripted answer, written by hand. No model was asked.*';

/** The hand-written answer to a question; says so plainly when nothing is scripted for the code it is about. */
export function answerFor(question: ScriptedQuestion): ScriptedReply {
  const { provider, user } = question;
  if (question.isFollowUp) {
    return { thinking: '', prose: `${disclaimer}\n\nNothing further is scripted for this code.`, edits: [] };
  }
  const task = scriptedTasks.find(({ signature }) => signature.every((line) => user.includes(line)));
  if (task === undefined) {
    const prose = `${disclaimer}\n\nNothing is scripted for this code: scripted answers know only the files of the sample workspace, as long as their bugs are in them. With keys, both models answer about any code.`;
    return { thinking: '', prose, edits: [] };
  }
  if (question.system === systemForQuestions) {
    return { thinking: '', prose: `${disclaimer}\n\n${task.ask[provider]}`, edits: [] };
  }
  const { thinking, prose, edits } = task.fix[provider];
  const path = pathIn(user, task.path);
  return { thinking, prose: `${disclaimer}\n\n${prose}`, edits: edits.map((edit) => ({ ...edit, path })) };
}

/** The path that the prompt gives the file: the sample can be open as a folder inside a larger workspace. */
function pathIn(prompt: string, path: string): string {
  const named = /^# File (.+)$/m.exec(prompt)?.[1] ?? path;
  return named === path || named.endsWith(`/${path}`) ? named : path;
}

const anyFile = { path: 'file', uri: '', languageId: '', version: 1, text: '' };
const anyQuestion: Task = { kind: 'ask', instruction: '?', file: anyFile, selection: null, otherFiles: [] };
/** By its system prompt a free question is told from a fix: both may come with the edit tool. */
const systemForQuestions = buildPrompt(anyQuestion, []).system;
