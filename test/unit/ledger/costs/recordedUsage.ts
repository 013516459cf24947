import { readRecording } from '../../../wire/recordings.ts';

/** What a response in a recording says it used, read straight from the file. */
export interface RecordedUsage {
  readonly model: string;
  readonly input: number;
  readonly cacheRead: number;
  readonly cacheWrite5m: number;
  readonly cacheWrite1h: number;
  readonly output: number;
  /** False where the recording breaks off, so that the output is not what was billed. */
  readonly isFinal: boolean;
}

type Json = Readonly<Record<string, unknown>>;

/** The responses of a recording, in order; null for one that says nothing of what it used. */
export function recordedUsages(name: string): readonly (RecordedUsage | null)[] {
  const text = readRecording(name);
  if (name.endsWith('.json')) {
    const message = JSON.parse(text) as Json;
    return [fromMessage(String(message.model), inner(message, 'usage'), true)];
  }
  const events = [...text.matchAll(/^(?:data: ?)?(\{.*\})\s*$/gm)].map((line) => JSON.parse(line[1] ?? '') as Json);
  const starts = events.flatMap(({ type }, at) =>
    type === 'response.created' || type === 'message_start' ? [at] : [],
  );
  return starts.map((start, index) => {
    const own = events.slice(start, starts[index + 1]);
    return name.startsWith('openai') ? fromResponse(own) : fromStream(own);
  });
}

function fromResponse(events: readonly Json[]): RecordedUsage | null {
  const last = events.find(({ type }) => /^response\.(completed|incomplete|failed)$/.test(String(type)));
  const response = inner(last, 'response');
  const usage = inner(response, 'usage');
  if (usage.input_tokens === undefined) return null;
  const cacheRead = count(inner(usage, 'input_tokens_details'), 'cached_tokens');
  const cacheWrite5m = count(inner(usage, 'input_tokens_details'), 'cache_write_tokens');
  return {
    model: String(response.model),
    input: count(usage, 'input_tokens') - cacheRead - cacheWrite5m,
    cacheRead,
    cacheWrite5m,
    cacheWrite1h: 0,
    output: count(usage, 'output_tokens'),
    isFinal: true,
  };
}

function fromStream(events: readonly Json[]): RecordedUsage {
  const message = inner(events[0], 'message');
  let usage = inner(message, 'usage');
  let isFinal = false;
  for (const event of events.filter(({ type }) => type === 'message_delta')) {
    const told = Object.entries(inner(event, 'usage')).filter(([, value]) => value !== null);
    usage = { ...usage, ...Object.fromEntries(told) };
    isFinal ||= typeof inner(event, 'delta').stop_reason === 'string';
  }
  return fromMessage(String(message.model), usage, isFinal);
}

function fromMessage(model: string, usage: Json, isFinal: boolean): RecordedUsage {
  const passes = Array.isArray(usage.iterations) ? (usage.iterations as readonly Json[]) : [usage];
  const sum = (field: string) => passes.reduce((total, pass) => total + count(pass, field), 0);
  const cacheWrite1h = count(inner(usage, 'cache_creation'), 'ephemeral_1h_input_tokens');
  return {
    model,
    input: sum('input_tokens'),
    cacheRead: sum('cache_read_input_tokens'),
    cacheWrite5m: sum('cache_creation_input_tokens') - cacheWrite1h,
    cacheWrite1h,
    output: sum('output_tokens'),
    isFinal,
  };
}

function inner(value: Json | undefined, field: string): Json {
  const found = value?.[field];
  return typeof found === 'object' && found !== null ? (found as Json) : {};
}

function count(value: Json, field: string): number {
  return typeof value[field] === 'number' ? value[field] : 0;
}
