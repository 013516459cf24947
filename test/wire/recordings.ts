import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WireEvent } from './wireReply.ts';

const here = join(import.meta.dirname, 'recordings');

/** Where recordings are looked for, in this order: in the folder that the environment names, then in the repository. */
const folders: readonly string[] = [process.env.TIEBREAK_WIRE_RECORDINGS ?? here, here];

/** A recording's bytes as they are in its file. */
export function readRecording(name: string): string {
  const folder = folders.find((candidate) => existsSync(join(candidate, name)));
  if (folder === undefined) throw new Error(`no recording ${name} in ${folders.join(' or ')}`);
  return readFileSync(join(folder, name), 'utf8');
}

/**
 * The frames of one recorded response. `.sse` files hold them as sent; `.chunks.txt` one event's JSON a line, possibly of
 * several responses one after another; a `.json` message is turned into the stream that it would have come as.
 *
 * @param part which response of the file, from 0
 */
export function recordedFrames(name: string, part: number): readonly string[] {
  const text = readRecording(name);
  if (name.endsWith('.sse')) return text.split(/(?<=\r?\n\r?\n)(?=event:|data:)/);
  if (name.endsWith('.json')) return messageEvents(JSON.parse(text)).map(frameOf);
  const responses: string[][] = [];
  for (const line of text.split('\n').filter((candidate) => candidate.trim() !== '')) {
    const { type } = JSON.parse(line) as WireEvent;
    if (type === 'response.created' || type === 'message_start' || responses.length === 0) responses.push([]);
    // The line as it stands, so that odd spacing in it stays.
    responses.at(-1)?.push(`event: ${type}\ndata: ${line}\n\n`);
  }
  const frames = responses[part];
  if (frames === undefined) throw new Error(`${name} has only ${responses.length} responses`);
  return frames;
}

/** One event as it goes over the wire. */
export function frameOf(event: WireEvent): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

interface Message {
  readonly content: readonly { readonly type: string; readonly text: string }[];
  readonly stop_reason: string;
  readonly usage: Readonly<Record<string, unknown>>;
}

function messageEvents(message: Message): readonly WireEvent[] {
  const { content, stop_reason, usage } = message;
  return [
    {
      type: 'message_start',
      message: { ...message, content: [], stop_reason: null, usage: { ...usage, output_tokens: 1 } },
    },
    ...content.flatMap(({ text }, index): WireEvent[] => [
      { type: 'content_block_start', index, content_block: { type: 'text', text: '' } },
      { type: 'content_block_delta', index, delta: { type: 'text_delta', text } },
      { type: 'content_block_stop', index },
    ]),
    {
      type: 'message_delta',
      delta: { stop_reason, stop_sequence: null },
      usage: { output_tokens: usage.output_tokens },
    },
    { type: 'message_stop' },
  ];
}
