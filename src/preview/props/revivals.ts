import type { JsonObject, JsonValue } from '../../core/jsonValue.ts';
import type { Revival } from '../component/runtime/revive.ts';
import type { Field, Shape } from './shape.ts';

/** What has to be put into these props, by their fields, before a component gets them. */
export function revivalsOf(fields: readonly Field[], props: JsonObject): readonly Revival[] {
  return fields.flatMap((field) => fieldRevivals(field, props, ''));
}

function fieldRevivals({ name, shape, optional }: Field, around: JsonObject, prefix: string): readonly Revival[] {
  const path = prefix + name;
  if (name.includes('.')) return [];
  const value = Object.hasOwn(around, name) ? around[name] : undefined;
  const callable = callableIn(shape);
  if (callable !== null && (value === undefined || value === null)) {
    // Where something is made of what a function returns, one that returns nothing is worse than none.
    return optional && callable.gives ? [] : [{ path, as: 'function' }];
  }
  return value === undefined ? [] : valueRevivals(shape, value, path);
}

function callableIn(shape: Shape): Extract<Shape, { readonly kind: 'function' }> | null {
  const members = shape.kind === 'union' ? shape.members : [shape];
  const [other] = members.filter(({ kind }) => kind !== 'function' && kind !== 'null');
  return other === undefined ? (members.find((member) => member.kind === 'function') ?? null) : null;
}

function valueRevivals(shape: Shape, value: JsonValue, path: string): readonly Revival[] {
  switch (shape.kind) {
    case 'date':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? [{ path, as: 'date' }] : [];
    case 'snippet':
      return typeof value === 'string' ? [{ path, as: 'snippet' }] : [];
    case 'array':
      return isList(value) ? itemRevivals(shape.item, value, path) : [];
    case 'set':
      // What is within comes first, while it can be reached by its place.
      return isList(value) ? [...itemRevivals(shape.item, value, path), { path, as: 'set' }] : [];
    case 'tuple':
      return isList(value)
        ? shape.items.flatMap((item, index) => valueRevivals(item, value[index] ?? null, `${path}.${index}`))
        : [];
    case 'record':
      return isObject(value) ? entryRevivals(shape.item, value, path) : [];
    case 'map':
      return isObject(value) ? [...entryRevivals(shape.item, value, path), { path, as: 'map' }] : [];
    case 'object':
      return isObject(value) ? shape.fields.flatMap((field) => fieldRevivals(field, value, `${path}.`)) : [];
    case 'union': {
      // A string may be meant as such where strings are allowed.
      const members = shape.members.filter(({ kind }) => kind !== 'null');
      const isDate = members.some(({ kind }) => kind === 'date') && members.every(({ kind }) => kind !== 'string');
      if (isDate && typeof value === 'string') return valueRevivals({ kind: 'date' }, value, path);
      const found = members.filter(({ kind }) => kind !== 'date').map((member) => valueRevivals(member, value, path));
      return found.find((revivals) => revivals.length > 0) ?? [];
    }
    default:
      return [];
  }
}

function itemRevivals(item: Shape, values: readonly JsonValue[], path: string): readonly Revival[] {
  return values.flatMap((value, index) => valueRevivals(item, value, `${path}.${index}`));
}

function entryRevivals(item: Shape, values: JsonObject, path: string): readonly Revival[] {
  return Object.entries(values).flatMap(([name, value]) =>
    name.includes('.') ? [] : valueRevivals(item, value, `${path}.${name}`),
  );
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
