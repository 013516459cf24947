import type { Provider } from '../../../src/core/contender.ts';
import { answerReply } from '../../wire/replies.ts';
import { startWireServer } from '../../wire/wireServer.ts';
import { numberedProse, tokenIn } from './numberedProse.ts';

/** A time in milliseconds for each token of each provider's stream. */
export type TokenTimes = Readonly<Record<Provider, readonly number[]>>;

/** When each token was handed to the network, by both clocks that all processes of a machine share. */
export interface WrittenTimes {
  /** `Date.now()`, all that a page has; whole milliseconds. */
  readonly wall: TokenTimes;
  /** `process.hrtime()`. */
  readonly steady: TokenTimes;
}

// A process of its own: answers both providers' requests with numbered tokens, so many of each (first parameter) at so
// many a second (second). Sends `{ openai, anthropic }`, the base URLs, when it listens; to any message it replies with
// the WrittenTimes of the latest answers.
const [tokens, tokensPerSecond] = process.argv.slice(2).map(Number);
const wall: Record<Provider, number[]> = { openai: [], anthropic: [] };
const steady: Record<Provider, number[]> = { openai: [], anthropic: [] };

const server = await startWireServer(0, (provider, bytes) => {
  const text = bytes.toString();
  if (!text.includes('"delta"')) return;
  const token = tokenIn(provider, /"(?:delta|text)":"([^"]*)"/.exec(text)?.[1] ?? '');
  if (token === null) return;
  if (token === 0) {
    wall[provider] = [];
    steady[provider] = [];
  }
  wall[provider][token] = Date.now();
  steady[provider][token] = Number(process.hrtime.bigint()) / 1e6;
});
for (const provider of ['openai', 'anthropic'] as const) {
  const answer = { prose: numberedProse(provider, tokens ?? 0) };
  server.order({ provider, always: answerReply(answer, { eventsPerSecond: tokensPerSecond ?? 0 }) });
}
process.on('message', () => process.send?.({ wall, steady } satisfies WrittenTimes));
process.on('disconnect', () => process.exit());
process.send?.({ openai: server.baseUrl('openai'), anthropic: server.baseUrl('anthropic') });
