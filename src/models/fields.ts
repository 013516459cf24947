/** An object of which nothing is known yet. What providers send is read through this, never trusted to be complete. */
export type Fields = Readonly<Record<string, unknown>>;

/** True for a plain JSON object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under a name, or null when there is none. */
export function objectField(fields: Fields | null, name: string): Fields | null {
  const value = fields?.[name];
  return isFields(value) ? value : null;
}

/** The text under a name, or null when there is none. */
export function textField(fields: Fields | null, name: string): string | null {
  const value = fields?.[name];
  return typeof value === 'string' ? value : null;
}

/** The number under a name, or null when there is none. */
export function numberField(fields: Fields | null, name: string): number | null {
  const value = fields?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The count under a name, a whole number from zero on, or null when there is none. */
export function countField(fields: Fields | null, name: string): number | null {
  const value = numberField(fields, name);
  return value !== null && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** The list under a name; empty when there is none. */
export function listField(fields: Fields | null, name: string): readonly unknown[] {
  const value = fields?.[name];
  return Array.isArray(value) ? value : [];
}
