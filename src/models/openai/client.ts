import type OpenAI from 'openai';
import type { Conversation, ConversationStart, ModelClient } from '../../app/ports.ts';
import type { Failure } from '../../core/failure.ts';
import type { Connection } from '../connection.ts';
import type { ExpectedMedia, GuardedFetch } from '../transport/guardedFetch.ts';
import { guardedFetch } from '../transport/guardedFetch.ts';
import type { RequestFacts } from '../transport/requestFailure.ts';
import { usableKey } from '../transport/usableKey.ts';
import { createOpenAiConversation } from './conversation.ts';
import { countInput } from './count.ts';
import { firstInput, requestBody } from './request.ts';

const silent = { error() {}, warn() {}, info() {}, debug() {} };

/** Models behind the Responses API. The SDK is loaded with the first conversation. */
export function createOpenAiClient(connection: Connection): ModelClient {
  return {
    preview: (start) => ({
      endpoint: `${connection.baseUrl}/responses`,
      body: requestBody(start, firstInput(start), new Set()),
    }),
    converse: (start, saved) => converse(start, saved, connection),
    count: (start, signal) => count(start, signal, connection),
  };
}

async function converse(
  start: ConversationStart,
  saved: unknown,
  connection: Connection,
): Promise<Conversation | Failure> {
  const wire = await connect(start, connection, 'text/event-stream');
  return 'kind' in wire ? wire : createOpenAiConversation(wire.sdk, wire.client, start, wire.facts, saved);
}

async function count(start: ConversationStart, signal: AbortSignal, connection: Connection): Promise<number | Failure> {
  const wire = await connect(start, connection, 'application/json');
  return 'kind' in wire ? wire : countInput(wire.sdk, wire.client, start, wire.facts, signal);
}

/** The SDK and what a request over it is about. */
interface Wire {
  readonly sdk: typeof import('openai');
  readonly client: OpenAI;
  readonly facts: RequestFacts;
}

async function connect(
  start: ConversationStart,
  connection: Connection,
  expected: ExpectedMedia,
): Promise<Wire | Failure> {
  const usable = await usableKey(connection);
  if (usable.kind !== 'key') return usable;
  const sdk = await import('openai');
  const guarded = guardedFetch(connection, usable.key, expected);
  const facts: RequestFacts = {
    provider: connection.provider,
    model: start.contender.model,
    host: new URL(connection.baseUrl).host,
    timeoutMs: connection.timeoutMs,
    key: usable.key,
    brokeOff: guarded.brokeOff,
  };
  return { sdk, client: createSdkClient(sdk, connection, guarded, usable.key), facts };
}

/** Everything that the SDK would take from the environment is given here; headers that it takes anyway are dropped. */
function createSdkClient(
  sdk: typeof import('openai'),
  connection: Connection,
  guarded: GuardedFetch,
  key: string,
): OpenAI {
  return new sdk.OpenAI({
    apiKey: key,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL: connection.baseUrl,
    maxRetries: 0,
    timeout: connection.timeoutMs,
    logger: silent,
    logLevel: 'off',
    fetch: guarded.fetch,
  });
}
