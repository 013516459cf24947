import type { Fields } from '../fields.ts';
import { isFields, listField, objectField, textField } from '../fields.ts';
import { type ReplyType, replyTypes } from './editTool.ts';
import type { PendingCalls } from './history.ts';
import type { InputItem } from './inputItem.ts';
import { isInputItem } from './inputItem.ts';
import type { OptionalParameter } from './parameters.ts';
import { optionalParameters } from './parameters.ts';

/** All that a conversation goes on from. */
export interface History {
  readonly items: readonly InputItem[];
  readonly pending: PendingCalls;
  readonly rejected: ReadonlySet<OptionalParameter>;
}

/** The history as JSON. The model goes along, since reasoning can only be read by the model that wrote it. */
export function savedHistory(model: string, { items, pending, rejected }: History): Fields {
  return { wire: 'openai', model, items, pending: Object.fromEntries(pending), rejected: [...rejected] };
}

/** The history that was saved, or null for anything else, or what another model said. */
export function readHistory(model: string, saved: unknown): History | null {
  if (!isFields(saved) || textField(saved, 'wire') !== 'openai' || textField(saved, 'model') !== model) return null;
  const items = listField(saved, 'items');
  if (items.length === 0 || !items.every(isInputItem)) return null;
  const pending = Object.entries(objectField(saved, 'pending') ?? {});
  if (!pending.every((entry): entry is [string, ReplyType] => isReplyType(entry[1]))) return null;
  const rejected = listField(saved, 'rejected');
  return {
    items,
    pending: new Map(pending),
    rejected: new Set(optionalParameters.filter((name) => rejected.includes(name))),
  };
}

function isReplyType(value: unknown): value is ReplyType {
  return Object.values(replyTypes).some((type) => type === value);
}
