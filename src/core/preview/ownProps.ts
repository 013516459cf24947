import type { JsonObject } from '../jsonValue.ts';
import { type JsonFault, jsonFault } from './jsonFault.ts';

/** The longest text of props that is read, in characters. */
export const longestOwnProps = 200_000;

/** Why a text cannot be used as a component's props. */
export type OwnPropsFault = JsonFault | { readonly kind: 'no-object' | 'too-long'; readonly line: null };

/** The props that somebody wrote as JSON, or why they are none. */
export type OwnProps = { readonly props: JsonObject } | { readonly fault: OwnPropsFault };

/** Reads props that somebody wrote: JSON, of an object. */
export function readOwnProps(json: string): OwnProps {
  if (json.length > longestOwnProps) return { fault: { kind: 'too-long', line: null } };
  const fault = jsonFault(json);
  if (fault !== null) return { fault };
  const value: unknown = JSON.parse(json);
  return isObject(value) ? { props: value } : { fault: { kind: 'no-object', line: null } };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
