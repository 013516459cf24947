import type { Fields } from '../fields.ts';
import { isFields, listField, textField } from '../fields.ts';
import type { Message } from './history.ts';
import { isContentBlock } from './history.ts';
import type { OptionalParameter } from './parameters.ts';
import { optionalParameters } from './parameters.ts';

/** All that a conversation goes on from. */
export interface History {
  readonly messages: readonly Message[];
  readonly rejected: ReadonlySet<OptionalParameter>;
}

/** The history as JSON. The model goes along, since thinking can only be read by the model that wrote it. */
export function savedHistory(model: string, { messages, rejected }: History): Fields {
  return { wire: 'anthropic', model, messages, rejected: [...rejected] };
}

/** The history that was saved, or null for anything else, or what another model said. */
export function readHistory(model: string, saved: unknown): History | null {
  if (!isFields(saved) || textField(saved, 'wire') !== 'anthropic' || textField(saved, 'model') !== model) return null;
  const messages = listField(saved, 'messages');
  if (messages.length === 0 || !messages.every(isMessage)) return null;
  const rejected = listField(saved, 'rejected');
  return { messages, rejected: new Set(optionalParameters.filter((name) => rejected.includes(name))) };
}

function isMessage(message: unknown): message is Message {
  if (!isFields(message) || (message.role !== 'user' && message.role !== 'assistant')) return false;
  const content = listField(message, 'content');
  return content.length > 0 && content.every(isContentBlock);
}
