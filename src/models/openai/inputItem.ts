import type OpenAI from 'openai';
import { isFields, textField } from '../fields.ts';

/** One entry of a request's `input`. */
export type InputItem = OpenAI.Responses.ResponseInputItem;

/** A turn of the person. */
export function userMessage(text: string): InputItem {
  return { type: 'message', role: 'user', content: [{ type: 'input_text', text }] };
}

/** The provider takes back whatever it put out, kinds of items included that we do not know. */
export function isInputItem(item: unknown): item is InputItem {
  return isFields(item) && textField(item, 'type') !== null;
}
