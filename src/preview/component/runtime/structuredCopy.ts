/** A copy as `structuredClone` makes it, of what components keep in their state. Throws for functions, as it does. */
export function structuredCopy(value: unknown, made = new Map<object, unknown>()): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') {
    throw new TypeError(`DataCloneError: ${String(value).slice(0, 100)} could not be cloned.`);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (made.has(value)) return made.get(value);
  const keep = <Copy extends object>(copy: Copy): Copy => {
    made.set(value, copy);
    return copy;
  };
  if (value instanceof Date) return keep(new Date(value.getTime()));
  if (value instanceof RegExp) return keep(new RegExp(value.source, value.flags));
  if (value instanceof Error) return keep(Object.assign(new Error(value.message), { name: value.name }));
  if (value instanceof ArrayBuffer) return keep(value.slice(0));
  if (ArrayBuffer.isView(value)) return keep(Reflect.construct(value.constructor, [value]) as object);
  if (value instanceof Map) {
    const copy = keep(new Map<unknown, unknown>());
    for (const [key, each] of value) copy.set(structuredCopy(key, made), structuredCopy(each, made));
    return copy;
  }
  if (value instanceof Set) {
    const copy = keep(new Set<unknown>());
    for (const each of value) copy.add(structuredCopy(each, made));
    return copy;
  }
  const copy: object = keep(Array.isArray(value) ? [] : {});
  for (const [key, each] of Object.entries(value)) Reflect.set(copy, key, structuredCopy(each, made));
  return copy;
}
