import type { JsonObject, JsonValue } from '../../core/jsonValue.ts';
import type { DataSet } from '../../shared/previewView.ts';
import { dateAt } from './formatValues.ts';
import { nameWords } from './nameWords.ts';
import { longNumber, longText, typicalNumber, typicalText, type ValuePlace } from './plainValues.ts';
import type { Field, Shape } from './shape.ts';

/** Rows of the outermost lists, and of those within them, by how deep they are. */
const rowsByDepth: Readonly<Record<DataSet, readonly number[]>> = {
  typical: [6, 3, 2, 1],
  empty: [0],
  long: [60, 4, 2, 1],
};

/** Props are shown and edited as text; in characters of JSON. */
const largest = 150_000;

/** A component's props in each of the sets, the same each time: JSON objects of the fields' types. */
export function dataSets(fields: readonly Field[]): Readonly<Record<DataSet, JsonObject>> {
  const make = (set: DataSet) =>
    fitting(set, (rows) => objectOf(fields, { set, rows, depth: 0, around: [], index: 0 }));
  return { typical: make('typical'), empty: make('empty'), long: make('long') };
}

interface Making {
  readonly set: DataSet;
  readonly rows: readonly number[];
  /** How many lists are around. */
  readonly depth: number;
  readonly around: readonly string[];
  /** Which row of the innermost list. */
  readonly index: number;
}

/** With fewer rows where there would be too much. */
function fitting(set: DataSet, make: (rows: readonly number[]) => JsonObject): JsonObject {
  for (let share = 1; ; share *= 2) {
    const rows = rowsByDepth[set].map((count) => (count === 0 ? 0 : Math.max(1, Math.floor(count / share))));
    const made = make(rows);
    if (share > 64 || JSON.stringify(made, null, 2).length <= largest) return made;
  }
}

function objectOf(fields: readonly Field[], making: Making): JsonObject {
  const entries = fields.flatMap((field, place) => {
    const value = fieldValue(field, place, making);
    return value === undefined ? [] : [[field.name, value] as const];
  });
  if (making.set !== 'typical') return Object.fromEntries(entries);
  // Rows are to tell themselves apart.
  return Object.fromEntries(labelled(making.depth === 0 ? headed(entries, fields) : entries, fields));
}

/** What stands above a list says what it is a list of, where the component has no words of its own. */
function headed(
  entries: readonly (readonly [string, JsonValue])[],
  fields: readonly Field[],
): readonly (readonly [string, JsonValue])[] {
  const list = fields.find(
    ({ name, shape }) => shape.kind === 'array' && !/^(?:data|items|rows|list|columns)$/.test(name),
  );
  if (list === undefined) return entries;
  return entries.map(([name, value]) => {
    const { shape, preset } = fields.find((field) => field.name === name) ?? {};
    const isHeading = /^(?:title|heading|caption)$/.test(name) && shape?.kind === 'string' && preset === undefined;
    return isHeading && typeof value === 'string' ? [name, inWords(list.name)] : [name, value];
  });
}

/** A column's or an option's label says what its key does. */
function labelled(
  entries: readonly (readonly [string, JsonValue])[],
  fields: readonly Field[],
): readonly (readonly [string, JsonValue])[] {
  const key = entries.find(([name]) => name === keyField(fields)?.name)?.[1];
  if (typeof key !== 'string') return entries;
  const label = inWords(key);
  return entries.map(([name, value]) =>
    /^(?:label|header|title|heading|name|text)$/.test(name) && typeof value === 'string' && value !== key
      ? [name, label]
      : [name, value],
  );
}

/** `placedAt`: Placed at. */
function inWords(name: string): string {
  const words = nameWords(name).join(' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The field that tells such objects apart, of a few words: a column's key. */
function keyField(fields: readonly Field[]): { readonly name: string; readonly words: readonly Shape[] } | null {
  for (const { name, shape } of fields) {
    if (!/^(?:key|id|field|accessor|accessorKey|dataKey|value|name)$/.test(name) || shape.kind !== 'union') continue;
    if (shape.members.every(({ kind }) => kind === 'literal')) return { name, words: shape.members };
  }
  return null;
}

/** What rows of a list are told apart by. */
const tellsApart = /^(?:_?id|key|slug|uuid|name|title|label)$/;

/** Undefined where it is left out. */
function fieldValue({ name, shape, optional, preset }: Field, place: number, making: Making): JsonValue | undefined {
  const { set, depth, index } = making;
  const isNeeded = !optional || (depth > 0 && set !== 'empty' && tellsApart.test(name));
  // Without its list a component would show the data that it brings along, of all things.
  if (!isNeeded && set === 'empty') return isLeftOut(name, shape, set) ? undefined : emptyList(shape);
  if (!isNeeded && isLeftOut(name, shape, set)) return undefined;
  // Some rows do without it, as real ones do.
  if (!isNeeded && set === 'typical' && depth > 0 && (index + place) % 4 === 3) return undefined;
  if (set === 'typical' && preset !== undefined && !isBare(preset)) return preset;
  return shapedValue(shape, name, making);
}

/** A list or a map without anything in it; undefined for what may be something else. */
function emptyList(shape: Shape): JsonValue | undefined {
  const members = shape.kind === 'union' ? shape.members.filter(({ kind }) => kind !== 'null') : [shape];
  if (members.length === 0) return undefined;
  if (members.every(({ kind }) => kind === 'array' || kind === 'set')) return [];
  return members.every(({ kind }) => kind === 'record' || kind === 'map') ? {} : undefined;
}

/** What only makes sense where the code that uses the component gives it. */
function isLeftOut(name: string, shape: Shape, set: DataSet): boolean {
  if (/^(?:className|class|style|ref|key|id|as|testId|data-testid|slot)$/.test(name)) return true;
  if (shape.kind === 'unknown' || shape.kind === 'endless' || shape.kind === 'function') return true;
  if (shape.kind === 'object' && shape.fields.length === 0) return true;
  return set === 'typical' && /error|warning/i.test(name) && shape.kind !== 'boolean';
}

function isBare(value: JsonValue): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

function shapedValue(shape: Shape, name: string, making: Making): JsonValue | undefined {
  const { set, index } = making;
  const place: ValuePlace = { name, around: making.around, index };
  switch (shape.kind) {
    case 'string':
      return set === 'empty' ? '' : set === 'long' ? longText(place) : typicalText(place);
    case 'text':
    case 'snippet':
      return set === 'empty' ? '' : set === 'long' ? longText({ ...place, name: 'content' }) : wordsFor(place);
    case 'number':
      return set === 'empty' ? 0 : set === 'long' ? longNumber(place) : typicalNumber(place);
    case 'boolean':
      return set !== 'empty' && isTrue(name, making);
    case 'date':
      return dateAt(index).toISOString();
    case 'literal':
      return shape.value;
    case 'null':
    case 'unknown':
    case 'endless':
      return null;
    case 'undefined':
    case 'function':
      return undefined;
    case 'array':
    case 'set':
      return listOf(shape.item, name, making);
    case 'record':
    case 'map':
      return recordOf(shape.item, name, making);
    case 'tuple':
      return shape.items.map((item, at) => shapedValue(item, name, { ...making, index: index + at }) ?? null);
    case 'object':
      return objectOf(shape.fields, { ...making, around: [...making.around, name] });
    case 'union':
      return unionValue(shape.members, name, making);
  }
}

function listOf(item: Shape, name: string, making: Making): readonly JsonValue[] {
  if (item.kind === 'endless' || item.kind === 'function' || item.kind === 'undefined') return [];
  const { rows, depth, around } = making;
  const wanted = rows[Math.min(depth, rows.length - 1)] ?? 0;
  const count = Math.min(wanted, differentItems(item));
  return Array.from({ length: count }, (_, row) => {
    // Rows within rows differ from row to row, too.
    const index = depth === 0 ? row : making.index + row;
    return shapedValue(item, name, { ...making, depth: depth + 1, around: [...around, name], index }) ?? null;
  });
}

/** How many items a list can have that tell themselves apart, where those are of a few words. */
function differentItems(item: Shape): number {
  if (item.kind === 'object') return keyField(item.fields)?.words.length ?? Number.POSITIVE_INFINITY;
  const isFew = item.kind === 'union' && item.members.every(({ kind }) => kind === 'literal');
  return isFew ? item.members.length : Number.POSITIVE_INFINITY;
}

function recordOf(item: Shape, name: string, making: Making): JsonObject {
  const rows = listOf(item, name, { ...making, rows: making.rows.map((count) => Math.min(count, 8)) });
  const long = making.set === 'long';
  const keys = rows.map((_, index) => {
    const place = { name: 'label', around: [...making.around, name], index };
    return long ? `${longText(place)} ${index + 1}` : typicalText(place);
  });
  return Object.fromEntries(rows.map((value, index) => [keys[index] ?? String(index), value]));
}

/** Rows go through the members; a value of its own is the first that is something. */
function unionValue(members: readonly Shape[], name: string, making: Making): JsonValue | undefined {
  const { set, depth, index } = making;
  const isNullable = members.some(({ kind }) => kind === 'null');
  if (set === 'empty' && isNullable) return null;
  if (set === 'typical' && isNullable && depth > 0 && index % 5 === 4) return null;
  const something = members.filter(({ kind }) => kind !== 'null' && kind !== 'undefined' && kind !== 'unknown');
  const filled = something.filter(({ kind }) => kind !== 'function' && kind !== 'endless');
  const choices = filled.length > 0 ? filled : something;
  const isAlike = choices.every(({ kind }) => kind === choices[0]?.kind);
  const chosen = choices[isAlike && set !== 'empty' ? index % choices.length : 0] ?? members[0];
  return chosen === undefined ? null : shapedValue(chosen, name, making);
}

/** What stands where elements are expected. */
function wordsFor(place: ValuePlace): string {
  return typicalText(place.name === 'children' ? { ...place, name: 'content' } : place);
}

/** Faults, waiting and what hides something are rare; what opens something is wanted seen; rows differ. */
function isTrue(name: string, { set, depth, index }: Making): boolean {
  if (/load|disab|error|hid|collaps|busy|pending|invalid|readonly|required|skeleton|empty|modal|drag/i.test(name))
    return false;
  if (depth > 0) return (index + (set === 'long' ? 1 : 0)) % 3 === 0;
  return true;
}
