import type { RoundReply } from '../../core/edits/toolCall.ts';
import { answersTo } from '../answersTo.ts';
import type { Fields } from '../fields.ts';
import { textField } from '../fields.ts';
import type { ReplyType } from './editTool.ts';
import type { InputItem } from './inputItem.ts';
import { isInputItem, userMessage } from './inputItem.ts';

/** The calls that wait for a result, by call id, and how each is answered. */
export type PendingCalls = ReadonlyMap<string, ReplyType>;

/**
 * A response's output as input of the next request: as it came, `phase` and encrypted reasoning included. Reasoning
 * that came without its encrypted content cannot be replayed when nothing is stored; items that point back at it by id
 * then lose their ids, or the provider would look for it.
 */
export function replayedOutput(output: readonly Fields[]): readonly InputItem[] {
  const kept = output.filter(
    (item) => textField(item, 'type') !== 'reasoning' || textField(item, 'encrypted_content') !== null,
  );
  const items: readonly unknown[] = kept.length === output.length ? kept : kept.map(({ id: _id, ...rest }) => rest);
  return items.filter(isInputItem);
}

/**
 * What the model is told next, as input: of every call that waits for it, in the form that its kind of call is answered
 * in, then the person's message. Calls that the reply says nothing of are answered too, since the provider turns down a
 * history with open ones; results of calls that it does not know are left out for the same reason.
 */
export function replyItems(reply: RoundReply, pending: PendingCalls): readonly InputItem[] {
  const message = reply.message?.trim() === '' ? null : reply.message;
  const answers = answersTo([...pending.keys()], { ...reply, message });
  const items = answers.map(({ callId: call_id, text: output, succeeded }): InputItem => {
    const type = pending.get(call_id) ?? 'function_call_output';
    if (type !== 'apply_patch_call_output') return { type, call_id, output };
    return { type, call_id, status: succeeded ? 'completed' : 'failed', output };
  });
  return message === null ? items : [...items, userMessage(message)];
}
