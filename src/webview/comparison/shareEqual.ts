/**
 * The later value, made of the very objects of the earlier one wherever they say the same: a whole view that the host
 * posts anew then costs a pass over what really changed, and colours that are there already stay.
 */
export function shareEqual<Value>(before: unknown, after: Value): Value {
  if (before === after || !isContainer(before) || !isContainer(after)) return after;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  const keys = Object.keys(after);
  let isEqual = keys.length === Object.keys(before).length;
  const shared: Record<string, unknown> = {};
  for (const key of keys) {
    shared[key] = shareEqual(before[key], after[key]);
    isEqual &&= Object.hasOwn(before, key) && shared[key] === before[key];
  }
  // What both say is one value, so the earlier object is a `Value` too.
  if (isEqual) return before as Value;
  return (Array.isArray(after) ? keys.map((key) => shared[key]) : shared) as Value;
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
