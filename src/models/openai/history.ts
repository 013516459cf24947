import type { ToolResult } from '../../core/edits/toolCall.ts';
import type { Fields } from '../fields.ts';
import { isFields, textField } from '../fields.ts';
import type { ReplyType } from './editTool.ts';
import type { InputItem } from './request.ts';

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

/** The results of a round's calls, each in the form that its kind of call is answered in. */
export function resultItems(
  results: readonly ToolResult[],
  replyTypeOf: ReadonlyMap<string, ReplyType>,
): readonly InputItem[] {
  return results.map((result): InputItem => {
    const { callId: call_id, text: output } = result;
    const type = replyTypeOf.get(result.callId) ?? 'function_call_output';
    if (type !== 'apply_patch_call_output') return { type, call_id, output };
    return { type, call_id, status: result.succeeded ? 'completed' : 'failed', output };
  });
}

/** The provider takes back whatever it put out, kinds of items included that we do not know. */
function isInputItem(item: unknown): item is InputItem {
  return isFields(item) && textField(item, 'type') !== null;
}
