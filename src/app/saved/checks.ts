/** Tells whether a value that came from outside is of some form. */
export type Check = (value: unknown) => boolean;

/** One check for every key of a type, so that a key that is added later is not forgotten here. */
export type Checks<Shape> = { readonly [Key in keyof Shape]-?: Check };

export const isText: Check = (value) => typeof value === 'string';
export const isFlag: Check = (value) => typeof value === 'boolean';
export const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
/** A place in a text, or a count. */
export const isCount: Check = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

export function nullOr(check: Check): Check {
  return (value) => value === null || check(value);
}

/** For a key that came later: what was kept before does not have it. */
export function absentOr(check: Check): Check {
  return (value) => value === undefined || check(value);
}

/** One of these texts. */
export function wordOf<Word extends string>(words: Readonly<Record<Word, true>>): Check {
  return (value) => typeof value === 'string' && Object.hasOwn(words, value);
}

export function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

/** Two whole numbers, the first and the last of something. */
export const isSpan: Check = (value) => Array.isArray(value) && value.length === 2 && value.every(isCount);

/** An object with these keys; others do no harm. */
export function shapeOf<Shape>(checks: Checks<Shape>): Check {
  const entries = Object.entries<Check>(checks);
  return (value) => isObject(value) && entries.every(([key, check]) => check(value[key]));
}

/** An object of which every value is like this. */
export function mapOf(check: Check): Check {
  return (value) => isObject(value) && Object.values(value).every(check);
}

/** An object that says by one of its keys of which form it is. */
export function kindOf<Kind extends string>(key: string, forms: Readonly<Record<Kind, Check>>): Check {
  const known = new Map<unknown, Check>(Object.entries<Check>(forms));
  return (value) => isObject(value) && known.get(value[key])?.(value) === true;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
