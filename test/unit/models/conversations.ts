import type { Conversation, ConversationStart } from '../../../src/app/ports.ts';
import type { AnswerPart } from '../../../src/core/answer.ts';
import type { Provider } from '../../../src/core/contender.ts';
import type { ToolCall, ToolResult } from '../../../src/core/edits/toolCall.ts';
import type { Metered } from '../../../src/core/spend/billing.ts';
import { contenderFor } from '../../../src/models/catalog.ts';
import type { ModelClientOptions } from '../../../src/models/modelClients.ts';
import { createModelClients } from '../../../src/models/modelClients.ts';
import type { WireServer } from '../../wire/wireServer.ts';

export const testKey = 'sk-test-0123456789abcdef';
export const providers: readonly Provider[] = ['openai', 'anthropic'];
const modelIds = { openai: 'openai/gpt-5.5', anthropic: 'anthropic/claude-opus-4-7' } as const;

/** A start with the default model of a provider and a short prompt. */
export function startFor(provider: Provider, changes: Partial<ConversationStart> = {}): ConversationStart {
  const contender = contenderFor('left', {
    modelId: modelIds[provider],
    effort: 'high',
    maxOutputTokens: 32_000,
    usesTools: true,
    scripted: false,
  });
  if ('kind' in contender) throw new Error(contender.kind);
  return {
    contender,
    prompt: { system: 'SYSTEM PROMPT', user: 'USER PROMPT', images: [] },
    textEditing: 'TEXT EDITING',
    canRead: false,
    ...changes,
  };
}

/** A conversation with the wire server in the provider's place. */
export async function converse(
  server: Pick<WireServer, 'baseUrl'>,
  provider: Provider,
  options: Partial<ModelClientOptions> = {},
  start = startFor(provider),
  saved: unknown = null,
): Promise<Conversation> {
  const clients = createModelClients({
    apiKey: () => Promise.resolve(testKey),
    baseUrl: server.baseUrl,
    ...options,
  });
  const conversation = await (await clients.clientFor(start.contender)).converse(start, saved);
  if ('kind' in conversation) throw new Error(conversation.kind);
  return conversation;
}

/** All parts of one round. */
export async function partsOf(
  conversation: Conversation,
  results: readonly ToolResult[] = [],
  signal: AbortSignal = new AbortController().signal,
  message: string | null = null,
): Promise<readonly AnswerPart[]> {
  const parts: AnswerPart[] = [];
  for await (const part of conversation.next({ results, message }, signal)) parts.push(part);
  return parts;
}

/** All parts of a round that tells the model something of the person's, beside results. */
export function partsAfter(
  conversation: Conversation,
  message: string,
  results: readonly ToolResult[] = [],
): Promise<readonly AnswerPart[]> {
  return partsOf(conversation, results, new AbortController().signal, message);
}

/** What a round came to. */
export interface RoundSummary {
  readonly requestId: string | null;
  readonly model: string | null;
  readonly thinking: string;
  readonly prose: string;
  readonly calls: readonly ToolCall[];
  readonly metered: Metered | null;
  readonly usageIsFinal: boolean;
  /** The provider's own usage object. */
  readonly rawUsage: unknown;
  readonly ending: AnswerPart | null;
}

/** Folds parts; fails when an ending part is not the last one, or is missing. */
export function summaryOf(parts: readonly AnswerPart[]): RoundSummary {
  const endings = parts.filter((part) => endingTypes.has(part.type));
  if (endings.length !== 1 || endings[0] !== parts.at(-1)) throw new Error(`endings: ${JSON.stringify(endings)}`);
  const text = (type: 'prose' | 'thinking') => parts.map((part) => (part.type === type ? part.text : '')).join('');
  const usage = parts.filter((part) => part.type === 'usage').at(-1);
  return {
    requestId: parts.find((part) => part.type === 'connected')?.requestId ?? null,
    model: parts.find((part) => part.type === 'model')?.model ?? null,
    thinking: text('thinking'),
    prose: text('prose'),
    calls: parts.flatMap((part) => (part.type === 'call' ? [part.call] : [])),
    metered: usage === undefined ? null : { usage: usage.usage, extras: usage.extras, terms: usage.terms },
    usageIsFinal: usage?.final ?? false,
    rawUsage: usage?.raw ?? null,
    ending: endings[0] ?? null,
  };
}

const endingTypes: ReadonlySet<string> = new Set(['end', 'failure', 'cancelled', 'paused', 'parameter-rejected']);
