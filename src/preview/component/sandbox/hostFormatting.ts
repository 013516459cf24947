import { type FormattingReply, type FormattingRequest, intlMethods } from '../runtime/intl.ts';

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
    const allowed = Object.hasOwn(intlMethods, kind) && intlMethods[kind]?.includes(method) === true;
    if (!allowed || !Array.isArray(values)) return { error: 'Not supported' };
    const Maker = Reflect.get(Intl, kind) as new (locales: unknown, options: unknown) => object;
    const formatter = new Maker(locales ?? undefined, options ?? undefined);
    const call = Reflect.get(formatter, method) as (...given: readonly unknown[]) => unknown;
    return { value: Reflect.apply(call, formatter, values.map(revived)) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function revived(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('date' in value && typeof value.date === 'number') return new Date(value.date);
  if ('bigint' in value && typeof value.bigint === 'string') return BigInt(value.bigint);
  return value;
}
