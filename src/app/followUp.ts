import type { Answer, Mismatch } from '../core/answer.ts';
import type { AnswerSpend } from '../core/answerEvents.ts';
import type { Hunk } from '../core/diff/hunk.ts';
import type { RoundReply } from '../core/edits/toolCall.ts';

/** What a side's conversation goes on from: as it was when its last turn came to its proper end. */
export interface TurnMemory {
  /** What `Conversation.saved` gave. */
  readonly history: unknown;
  /** What the model was not told any more, because nothing had to be asked. */
  readonly reply: RoundReply;
}

/** What a follow-up goes on from. */
export interface FollowUp {
  readonly turn: number;
  readonly hunks: readonly Hunk[];
  readonly mismatches: readonly Mismatch[];
  /** What the turns before came to. */
  readonly spent: AnswerSpend;
  readonly requests: number;
  readonly history: unknown;
  /** What the model is told first. */
  readonly reply: RoundReply;
}

/**
 * A follow-up on an answer whose new turn was begun.
 *
 * @param memory null when it is not known any more what was said; then the model is told what there is
 */
export function followUpOn(answer: Answer, memory: TurnMemory | null): FollowUp {
  const said = memory?.reply.message ?? null;
  const told = [
    ...(said === null ? [] : [said]),
    ...(memory === null ? candidateTexts(answer.hunks) : editedTexts(answer.hunks)),
    ...unansweredInstructions(answer),
    answer.instruction ?? '',
  ];
  return {
    turn: answer.turn,
    hunks: answer.hunks,
    mismatches: answer.mismatches,
    spent: { usage: answer.usage, usageIsFinal: answer.usageIsFinal, cost: answer.cost, prices: answer.prices ?? null },
    requests: answer.requests,
    history: memory?.history ?? null,
    reply: { results: memory?.reply.results ?? [], message: told.join('\n\n') },
  };
}

/** Reads what was kept of a conversation; null where nothing of use was. */
export function readTurnMemory(kept: unknown): TurnMemory | null {
  if (typeof kept !== 'object' || kept === null || !('history' in kept) || !('reply' in kept)) return null;
  const { history, reply } = kept;
  if (history === null || history === undefined || typeof reply !== 'object' || reply === null) return null;
  if (!('results' in reply) || !Array.isArray(reply.results) || !('message' in reply)) return null;
  const { message } = reply;
  if (message !== null && typeof message !== 'string') return null;
  const results: unknown[] = reply.results;
  return results.every(isToolResult) ? { history, reply: { results, message } } : null;
}

function isToolResult(value: unknown): value is RoundReply['results'][number] {
  if (typeof value !== 'object' || value === null) return false;
  const { callId, succeeded, text } = { callId: null, succeeded: null, text: null, ...value };
  return typeof callId === 'string' && typeof succeeded === 'boolean' && typeof text === 'string';
}

/** Instructions of turns just before this one that came to nothing, which the model therefore knows nothing of. */
function unansweredInstructions({ earlier, instruction }: Answer): readonly string[] {
  const last = earlier.findLastIndex(({ status }) => status === 'done');
  const asked = earlier.slice(last + 1).flatMap((turn) => turn.instruction ?? []);
  return [...new Set(asked)].filter((text) => text !== instruction);
}

/** Tells the model what the person made of its edits, since its next ones go on from that. */
function editedTexts(hunks: readonly Hunk[]): readonly string[] {
  const edited = hunks.filter((hunk) => hunk.edited);
  if (edited.length === 0) return [];
  return ['I changed some of your edits. These lines are now as follows:', ...edited.map(hunkText)];
}

function candidateTexts(hunks: readonly Hunk[]): readonly string[] {
  if (hunks.length === 0) return [];
  return ['These edits of the files were made already:', ...hunks.map(hunkText)];
}

function hunkText({ path, change, newPath, newStart, newLines }: Hunk): string {
  if (change === 'delete') return `${path} was deleted.`;
  if (change === 'rename') return `${path} was renamed to ${newPath ?? ''}.`;
  if (newLines.length === 0) return `${path}: lines were taken out before line ${newStart + 1}.`;
  const text = newLines.join('').replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${path}, from line ${newStart + 1}:\n\n${fence}\n${text}${text.endsWith('\n') ? '' : '\n'}${fence}`;
}
