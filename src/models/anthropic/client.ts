import type Anthropic from '@anthropic-ai/sdk';
import type { Conversation, ConversationStart, ModelClient } from '../../app/ports.ts';
import type { Failure } from '../../core/failure.ts';
import type { Connection } from '../connection.ts';
import type { ExpectedMedia, GuardedFetch } from '../transport/guardedFetch.ts';
import { guardedFetch } from '../transport/guardedFetch.ts';
import type { RequestFacts } from '../transport/requestFailure.ts';
import { usableKey } from '../transport/usableKey.ts';
import { createAnthropicConversation } from './conversation.ts';
import { countInput } from './count.ts';
import { firstMessages, requestBody } from './request.ts';

/** The version of the API that SDK 1.12.0 is written for; given here so that the environment cannot change it. */
const apiVersion = '2026-10-21';
const silent = { error() {}, warn() {}, info() {}, debug() {} };

/** Models behind the Messages API. The SDK is loaded with the first conversation. */
export function createAnthropicClient(connection: Connection): ModelClient {
  return {
    preview: (start) => ({
      endpoint: `${connection.baseUrl}/v1/messages`,
      body: requestBody(start, firstMessages(start), new Set()),
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
  return 'kind' in wire ? wire : createAnthropicConversation(wire.sdk, wire.client, start, wire.facts, saved);
}

async function count(start: ConversationStart, signal: AbortSignal, connection: Connection): Promise<number | Failure> {
  const wire = await connect(start, connection, 'application/json');
  return 'kind' in wire ? wire : countInput(wire.sdk, wire.client, start, wire.facts, signal);
}

/** The SDK and what a request over it is about. */
interface Wire {
  readonly sdk: typeof import('@anthropic-ai/sdk');
  readonly client: Anthropic;
  readonly facts: RequestFacts;
}

async function connect(
  start: ConversationStart,
  connection: Connection,
  expected: ExpectedMedia,
): Promise<Wire | Failure> {
  const usable = await usableKey(connection);
  if (usable.kind !== 'key') return usable;
  const sdk = await import('@anthropic-ai/sdk');
  const guarded = guardedFetch(connection, usable.key, expected, { 'anthropic-version': apiVersion });
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

/**
 * Everything that the SDK would take from the environment or from profiles on disk is given here; headers that it takes
 * anyway are dropped.
 */
function createSdkClient(
  sdk: typeof import('@anthropic-ai/sdk'),
  connection: Connection,
  guarded: GuardedFetch,
  key: string,
): Anthropic {
  return new sdk.Anthropic({
    apiKey: key,
    webhookKey: null,
    baseURL: connection.baseUrl,
    maxRetries: 0,
    timeout: connection.timeoutMs,
    logger: silent,
    logLevel: 'off',
    openTelemetry: false,
    fetch: guarded.fetch,
  });
}
