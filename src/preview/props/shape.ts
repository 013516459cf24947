import type { JsonValue } from '../../core/jsonValue.ts';

/** What values a prop takes, as far as data can be made up from it. */
export type Shape =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'date' | 'null' | 'undefined' }
  /** Words among elements: React's nodes and children. */
  | { readonly kind: 'text' }
  /** Markup that Svelte calls for: a snippet. */
  | { readonly kind: 'snippet' }
  /** `gives`: whether what it returns is used. */
  | { readonly kind: 'function'; readonly gives: boolean }
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'array' | 'set' | 'record' | 'map'; readonly item: Shape }
  | { readonly kind: 'tuple'; readonly items: readonly Shape[] }
  | { readonly kind: 'object'; readonly fields: readonly Field[] }
  | { readonly kind: 'union'; readonly members: readonly Shape[] }
  /** Not understood, or anything. */
  | { readonly kind: 'unknown' }
  /** A type within itself, deeper than data is made up for. */
  | { readonly kind: 'endless' };

/** One named part of an object; a component's props are fields. */
export interface Field {
  readonly name: string;
  readonly shape: Shape;
  readonly optional: boolean;
  /** What the component takes where nothing is given; undefined where that is nothing, or no value of JSON. */
  readonly preset: JsonValue | undefined;
}

/** What is not understood. */
export const unknownShape: Shape = { kind: 'unknown' };

/** A field whose type may include being left out. */
export function fieldOf(name: string, type: Shape, isOptional: boolean): Field {
  const { shape, optional } = withoutUndefined(type);
  return { name, shape, optional: isOptional || optional, preset: undefined };
}

/** A union of members, each once, unions within it opened; one member is itself. */
export function unionOf(shapes: readonly Shape[]): Shape {
  const members = shapes.flatMap((shape) => (shape.kind === 'union' ? shape.members : [shape]));
  const seen = new Set<string>();
  const different = members.filter((member) => {
    const key = JSON.stringify(member);
    return !seen.has(key) && seen.add(key);
  });
  const [first, second] = different;
  if (first === undefined) return { kind: 'undefined' };
  return second === undefined ? first : { kind: 'union', members: different };
}

/** How many shapes a shape is made of; one more than `limit` where they are more. */
export function sizeUpTo(shape: Shape, limit: number): number {
  let size = 1;
  for (const part of partsOf(shape)) {
    if (size > limit) break;
    size += sizeUpTo(part, limit - size);
  }
  return size;
}

function partsOf(shape: Shape): readonly Shape[] {
  switch (shape.kind) {
    case 'array':
    case 'set':
    case 'record':
    case 'map':
      return [shape.item];
    case 'tuple':
      return shape.items;
    case 'object':
      return shape.fields.map((field) => field.shape);
    case 'union':
      return shape.members;
    default:
      return [];
  }
}

/** The fields of an object, of all of a union's objects; none of anything else. */
export function fieldsOf(shape: Shape): readonly Field[] {
  if (shape.kind === 'object') return shape.fields;
  if (shape.kind !== 'union') return [];
  const [first, ...others] = shape.members.map(fieldsOf).filter((fields) => fields.length > 0);
  return others.reduce((before, fields) => joinedFields(before, fields), first ?? []);
}

/** Fields of both, those of the second in the place of those of the same name. */
export function overlaidFields(below: readonly Field[], above: readonly Field[]): readonly Field[] {
  const names = new Set(above.map(({ name }) => name));
  return [...below.filter(({ name }) => !names.has(name)), ...above];
}

/** Fields of objects of either kind: what only one has is optional. */
function joinedFields(some: readonly Field[], others: readonly Field[]): readonly Field[] {
  const find = (fields: readonly Field[], name: string) => fields.find((field) => field.name === name);
  const joined = some.map((field) => {
    const other = find(others, field.name);
    if (other === undefined) return { ...field, optional: true };
    return { ...field, shape: unionOf([field.shape, other.shape]), optional: field.optional || other.optional };
  });
  const added = others.filter(({ name }) => find(some, name) === undefined);
  return [...joined, ...added.map((field) => ({ ...field, optional: true }))];
}

function withoutUndefined(shape: Shape): { readonly shape: Shape; readonly optional: boolean } {
  if (shape.kind !== 'union') return { shape, optional: shape.kind === 'undefined' };
  const rest = shape.members.filter(({ kind }) => kind !== 'undefined');
  return { shape: unionOf(rest), optional: rest.length < shape.members.length };
}
