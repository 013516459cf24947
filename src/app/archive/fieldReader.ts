import type { Period } from '../../core/spend/localPeriods.ts';

/** No text of an entry is longer, in UTF-16 units. */
const longestText = 10_000;

/** No JSON of an entry has more characters in UTF-16 units, nor more levels: writing it recurses. */
const longestJson = 65_536;
const deepestJson = 100;

/** From the epoch on: what a reader takes for an instant unless it is told otherwise. */
const anyTime: Period = { start: 0, end: Number.POSITIVE_INFINITY };

/** An instant as exports have it: ISO 8601 in UTC, to the millisecond. */
const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/**
 * Reads an object that came from outside, field by field. A field that is not what it should be is noted by its path and
 * read as something harmless, so that the reader of an entry asks once at the end.
 */
export class FieldReader {
  private readonly source: Readonly<Record<string, unknown>>;
  private readonly times: Period;
  private readonly path: string;
  private readonly faults: string[];

  /** @param times which instants are sane */
  constructor(value: unknown, times: Period = anyTime, path = '', faults: string[] = []) {
    this.times = times;
    this.path = path;
    this.faults = faults;
    this.source = isObject(value) ? value : {};
    if (!isObject(value)) faults.push(path);
  }

  /** The path of the first field that was not what it should be, here or further in; null when all were. */
  get firstFault(): string | null {
    return this.faults[0] ?? null;
  }

  text(key: string): string {
    const value = this.source[key];
    return typeof value === 'string' && value.length <= longestText ? value : this.wrong(key, '');
  }

  textOrNull(key: string): string | null {
    return this.source[key] === null ? null : this.text(key);
  }

  flag(key: string): boolean {
    const value = this.source[key];
    return typeof value === 'boolean' ? value : this.wrong(key, false);
  }

  /** Null also where the field is missing. */
  flagOrNull(key: string): boolean | null {
    return (this.source[key] ?? null) === null ? null : this.flag(key);
  }

  /** A whole number from `least` to `most`. */
  integer(key: string, least: number, most: number): number {
    const value = this.source[key];
    const isRight = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
    return isRight ? value : this.wrong(key, least);
  }

  integerOrNull(key: string, least: number, most: number): number | null {
    return this.source[key] === null ? null : this.integer(key, least, most);
  }

  /** One of some words. @param fallback what a wrong one reads as */
  word<Word extends string>(key: string, words: Readonly<Record<Word, unknown>>, fallback: NoInfer<Word>): Word {
    const value = this.source[key];
    const isWord = (name: unknown): name is Word => typeof name === 'string' && Object.hasOwn(words, name);
    return isWord(value) ? value : this.wrong(key, fallback);
  }

  wordOrNull<Word extends string>(
    key: string,
    words: Readonly<Record<Word, unknown>>,
    fallback: NoInfer<Word>,
  ): Word | null {
    return this.source[key] === null ? null : this.word(key, words, fallback);
  }

  /** Milliseconds since the epoch, from `2026-11-27T14:05:06.789Z`. */
  instant(key: string): number {
    const value = this.source[key];
    if (typeof value !== 'string' || !isoInstant.test(value)) return this.wrong(key, 0);
    const instant = Date.parse(value);
    const isSane = instant >= this.times.start && instant <= this.times.end;
    // There is no 30 February.
    const isRight = isSane && new Date(instant).toISOString() === value;
    return isRight ? instant : this.wrong(key, 0);
  }

  instantOrNull(key: string): number | null {
    return this.source[key] === null ? null : this.instant(key);
  }

  object(key: string): FieldReader {
    return new FieldReader(this.source[key], this.times, this.pathOf(key), this.faults);
  }

  objectOrNull(key: string): FieldReader | null {
    return this.source[key] === null ? null : this.object(key);
  }

  /** A list of at most so many objects. */
  objects(key: string, most: number): readonly FieldReader[] {
    const value = this.source[key];
    if (!Array.isArray(value) || value.length > most) return this.wrong(key, []);
    return value.map(
      (item: unknown, index) => new FieldReader(item, this.times, `${this.pathOf(key)}[${index}]`, this.faults),
    );
  }

  /** Any JSON that is there, and neither too deep nor too long to be kept. */
  json(key: string): unknown {
    const value = this.source[key];
    const isRight =
      value !== undefined && isNestedWithin(value, deepestJson) && JSON.stringify(value).length <= longestJson;
    return isRight ? value : this.wrong(key, null);
  }

  /** Notes a field as wrong. @returns the fallback */
  wrong<Value>(key: string, fallback: Value): Value {
    this.faults.push(this.pathOf(key));
    return fallback;
  }

  private pathOf(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`;
  }
}

function isNestedWithin(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((part) => isNestedWithin(part, levels - 1));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
