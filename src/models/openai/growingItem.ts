import type { AnswerPart } from '../../core/answer.ts';
import type { Fields } from '../fields.ts';
import { objectField, textField } from '../fields.ts';
import { GrowingCall } from '../growingCall.ts';
import { isReadTool } from '../readTools.ts';
import type { GrowingPreview } from './growingPreview.ts';
import { previewOf } from './growingPreview.ts';

/** An output item that is a call, while it is being written. */
export class GrowingItem {
  readonly call: GrowingCall;
  private readonly callId: string;
  private readonly preview: GrowingPreview | null;

  /** @param item as it began */
  constructor(item: Fields) {
    const type = textField(item, 'type');
    const path = type === 'apply_patch_call' ? textField(objectField(item, 'operation'), 'path') : null;
    this.callId = textField(item, 'call_id') ?? '';
    const encoding = type === 'function_call' ? 'json' : 'plain';
    this.call = new GrowingCall(this.callId, encoding, path, !isReadTool(textField(item, 'name') ?? ''));
    this.preview = previewOf(item);
  }

  /** Takes a delta; gives what is new to show, the edits that are complete by now among it. */
  add(delta: string): readonly AnswerPart[] {
    const grown = this.call.add(delta);
    const edits = this.preview?.take(delta) ?? null;
    return edits === null ? grown : [...grown, { type: 'call-previewed', callId: this.callId, edits }];
  }
}

/** What a finished call says, which its deltas were pieces of. */
export function writtenIn(item: Fields): string {
  const diff = textField(objectField(item, 'operation'), 'diff');
  return textField(item, 'arguments') ?? textField(item, 'input') ?? diff ?? '';
}
