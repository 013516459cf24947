import {
  type FormattingReply,
  type FormattingRequest,
  intlFunctions,
  intlMethods,
  localeParts,
} from '../runtime/intl.ts';

/** Longer values are nothing that a page shows. In characters of JSON. */
const longestRequest = 20_000;

/** Answers the sandbox's questions of how numbers, dates and words are written, by this process's own `Intl`. */
export function formatForSandbox(request: string): string {
  return JSON.stringify(reply(request));
}

function reply(request: string): FormattingReply {
  if (request.length > longestRequest) return { error: 'Value too long' };
  try {
    const { kind, locales, options, method, values } = JSON.parse(request) as FormattingRequest;
    if (!Array.isArray(values)) return { error: 'Not supported' };
    const other = otherwise({ kind, locales, options, method, values });
    if (other !== null) return other;
    const allowed = Object.hasOwn(intlMethods, kind) && intlMethods[kind]?.includes(method) === true;
    if (!allowed) return { error: 'Not supported' };
    const Maker = Reflect.get(Intl, kind) as new (locales: unknown, options: unknown) => object;
    const formatter = new Maker(locales ?? undefined, options ?? undefined);
    const call = Reflect.get(formatter, method) as (...given: readonly unknown[]) => unknown;
    const value = Reflect.apply(call, formatter, values.map(revived));
    // Segments are gone through one by one; they go as a list.
    return { value: method === 'segment' ? [...(value as Iterable<object>)] : value };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** What no object of `Intl`'s is asked for; null for all else. */
function otherwise({ kind, locales, options, method, values }: FormattingRequest): FormattingReply | null {
  const [value] = values;
  if (kind === 'Locale') {
    const locale = new Intl.Locale(String(locales), (options ?? {}) as Intl.LocaleOptions);
    return { value: Object.fromEntries(localeParts.map((part) => [part, locale[part]])) };
  }
  if (kind === 'Intl' && intlFunctions.includes(method)) {
    const call = Reflect.get(Intl, method) as (given: unknown) => unknown;
    return { value: Reflect.apply(call, Intl, [value]) };
  }
  if (kind !== 'String') return null;
  const given = (locales ?? undefined) as string | undefined;
  return {
    value:
      method === 'toLocaleUpperCase' ? String(value).toLocaleUpperCase(given) : String(value).toLocaleLowerCase(given),
  };
}

function revived(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('date' in value && typeof value.date === 'number') return new Date(value.date);
  if ('bigint' in value && typeof value.bigint === 'string') return BigInt(value.bigint);
  return value;
}
