import { fieldsOf, overlaidFields, type Shape, unionOf, unknownShape } from './shape.ts';

/** `keyof T`: the names of an object's fields. */
export function namesOf(shape: Shape): Shape {
  const names = fieldsOf(shape).map(({ name }): Shape => ({ kind: 'literal', value: name }));
  return names.length === 0 ? { kind: 'string' } : unionOf(names);
}

/** `T[K]`: one field's shape, or an array's items. */
export function partOf(whole: Shape, index: Shape): Shape {
  if (whole.kind === 'array' || whole.kind === 'record') return whole.item;
  if (whole.kind === 'tuple') return unionOf(whole.items);
  const names = index.kind === 'union' ? index.members : [index];
  const parts = fieldsOf(whole).filter(({ name }) => names.some((key) => key.kind === 'literal' && key.value === name));
  return parts.length === 0 ? unknownShape : unionOf(parts.map(({ shape }) => shape));
}

/** `A & B`: the fields of all; of what has none, what is understood. */
export function intersectionOf(shapes: readonly Shape[]): Shape {
  const objects = shapes.filter((shape) => fieldsOf(shape).length > 0);
  if (objects.length > 0) {
    const fields = objects.map(fieldsOf).reduce((before, more) => overlaidFields(before, more), []);
    return { kind: 'object', fields };
  }
  return shapes.find(({ kind }) => kind !== 'unknown' && kind !== 'object') ?? shapes[0] ?? unknownShape;
}
