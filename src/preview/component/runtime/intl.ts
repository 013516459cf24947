/**
 * Formats in the way that `Intl` does, outside of the sandbox, whose engine has none: text in, text out.
 *
 * @param request a `FormattingRequest` as JSON
 * @returns a `FormattingReply` as JSON
 */
export type HostFormatting = (request: string) => string;

/** What is asked of an object of `Intl`'s. */
export interface FormattingRequest {
  readonly kind: string;
  readonly locales: unknown;
  readonly options: unknown;
  readonly method: string;
  /** Dates as `{ date: milliseconds }`, big integers as `{ bigint: digits }`, other values as they are. */
  readonly values: readonly unknown[];
}

/** What it gave, or what it threw. */
export type FormattingReply = { readonly value: unknown } | { readonly error: string };

/** The methods of `Intl`'s objects that take and give plain values. */
export const intlMethods: Readonly<Record<string, readonly string[]>> = {
  NumberFormat: ['format', 'formatToParts', 'formatRange', 'resolvedOptions'],
  DateTimeFormat: ['format', 'formatToParts', 'formatRange', 'formatRangeToParts', 'resolvedOptions'],
  RelativeTimeFormat: ['format', 'formatToParts', 'resolvedOptions'],
  PluralRules: ['select', 'resolvedOptions'],
  ListFormat: ['format', 'formatToParts', 'resolvedOptions'],
  Collator: ['compare', 'resolvedOptions'],
  DisplayNames: ['of', 'resolvedOptions'],
  DurationFormat: ['format', 'formatToParts', 'resolvedOptions'],
  Segmenter: ['segment', 'resolvedOptions'],
};

/** What is known of a language, and asked for by name. */
export const localeParts = ['baseName', 'language', 'script', 'region', 'calendar', 'numberingSystem'] as const;

/** `Intl`'s own functions, of plain values. */
export const intlFunctions: readonly string[] = ['getCanonicalLocales', 'supportedValuesOf'];

/** Gives a realm without `Intl` one, and the methods of numbers and dates that go by it. */
export function installIntl(world: Record<string, unknown>, format: HostFormatting): void {
  const { parse, stringify } = JSON;
  const ask = (request: FormattingRequest): unknown => {
    const reply = parse(format(stringify({ ...request, values: request.values.map(plain) }))) as FormattingReply;
    if ('error' in reply) throw new RangeError(reply.error);
    return reply.value;
  };
  const made = Object.entries(intlMethods).map(([kind, methods]) => [kind, formatter(kind, methods, ask)]);
  const askIntl = (method: string) => (value: unknown) =>
    ask({ kind: 'Intl', locales: undefined, options: undefined, method, values: [value] });
  world.Intl = {
    ...Object.fromEntries(made),
    ...Object.fromEntries(intlFunctions.map((name) => [name, askIntl(name)])),
    Locale: class {
      constructor(locales: unknown, options?: unknown) {
        Object.assign(this, ask({ kind: 'Locale', locales: String(locales), options, method: 'parts', values: [] }));
      }

      toString(): string {
        return String(Reflect.get(this, 'baseName'));
      }
    },
  };
  const localized = (kind: string, value: unknown, locales: unknown, options: unknown) =>
    ask({ kind, locales, options, method: 'format', values: [value] });
  define(Number.prototype, 'toLocaleString', function (this: number, locales?: unknown, options?: unknown) {
    return localized('NumberFormat', Number(this), locales, options);
  });
  define(BigInt.prototype, 'toLocaleString', function (this: bigint, locales?: unknown, options?: unknown) {
    return localized('NumberFormat', BigInt(this), locales, options);
  });
  for (const [name, defaults] of Object.entries(dateDefaults)) {
    define(Date.prototype, name, function (this: Date, locales?: unknown, options?: unknown) {
      if (Number.isNaN(this.getTime())) return 'Invalid Date';
      return localized('DateTimeFormat', this, locales, withDefaults(options, defaults));
    });
  }
  define(
    String.prototype,
    'localeCompare',
    function (this: string, other: unknown, locales?: unknown, options?: unknown) {
      return ask({ kind: 'Collator', locales, options, method: 'compare', values: [String(this), String(other)] });
    },
  );
  for (const name of ['toLocaleUpperCase', 'toLocaleLowerCase']) {
    define(String.prototype, name, function (this: string, locales?: unknown) {
      return ask({ kind: 'String', locales, options: undefined, method: name, values: [String(this)] });
    });
  }
}

const dateParts = { year: 'numeric', month: 'numeric', day: 'numeric' };
const timeParts = { hour: 'numeric', minute: 'numeric', second: 'numeric' };
const dateDefaults = {
  toLocaleString: { any: { ...dateParts, ...timeParts }, needs: null },
  toLocaleDateString: { any: dateParts, needs: ['weekday', 'year', 'month', 'day'] },
  toLocaleTimeString: { any: timeParts, needs: ['dayPeriod', 'hour', 'minute', 'second', 'fractionalSecondDigits'] },
} as const;

const everyPart = [...dateDefaults.toLocaleDateString.needs, ...dateDefaults.toLocaleTimeString.needs];

/** ECMA-402: a method's own parts are shown where the options ask for none of its kind. */
function withDefaults(
  options: unknown,
  { any, needs }: { readonly any: object; readonly needs: readonly string[] | null },
): unknown {
  const given = typeof options === 'object' && options !== null ? options : {};
  const asks = (names: readonly string[]) => names.some((name) => Reflect.get(given, name) !== undefined);
  const isEnough = asks(needs ?? everyPart) || asks(['dateStyle', 'timeStyle']);
  return isEnough ? given : { ...given, ...any };
}

function formatter(kind: string, methods: readonly string[], ask: (request: FormattingRequest) => unknown): unknown {
  function Formatter(this: object, locales?: unknown, options?: unknown): object {
    const holder: object = new.target === undefined ? (Object.create(Formatter.prototype) as object) : this;
    const call =
      (method: string) =>
      (...values: readonly unknown[]) =>
        ask({ kind, locales, options, method, values });
    for (const method of methods) define(holder, method, call(method));
    // What cannot be made says so when it is made.
    call('resolvedOptions')();
    return holder;
  }
  Formatter.supportedLocalesOf = (locales: unknown) => (Array.isArray(locales) ? locales : [locales]);
  return Formatter;
}

function plain(value: unknown): unknown {
  if (value instanceof Date) return { date: value.getTime() };
  if (typeof value === 'bigint') return { bigint: String(value) };
  return value;
}

function define(holder: object, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, writable: true, configurable: true, enumerable: false });
}
