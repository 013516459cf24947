import type { ModelClient, ModelClients } from '../app/ports.ts';
import type { Contender, Provider } from '../core/contender.ts';
import type { Connection } from './connection.ts';

/** What the models' wires need from outside. */
export interface ModelClientOptions {
  /** The person's key for a provider, or null when there is none. Asked anew for every conversation. */
  readonly apiKey: (provider: Provider) => Promise<string | null>;
  /** The provider's address, already checked, without a slash at its end. */
  readonly baseUrl: (provider: Provider) => string;
  /** Instead of the platform's, which the editor patches for proxies and certificates. */
  readonly fetch?: typeof globalThis.fetch;
  /** Longest wait for response headers, in milliseconds. */
  readonly timeoutMs?: number;
  /** Longest response body that is read, in bytes after decompression. */
  readonly maxResponseBytes?: number;
  /** Milliseconds between two pieces of a scripted answer. */
  readonly scriptedPauseMs?: () => number;
}

const tenMinutes = 600_000;
/** An answer of 128,000 tokens, one event each, is some 30 MB on the wire. */
const responseCap = 64 * 1024 * 1024;

const loaders: Readonly<Record<Provider, (connection: Connection) => Promise<ModelClient>>> = {
  openai: async (connection) => (await import('./openai/client.ts')).createOpenAiClient(connection),
  anthropic: async (connection) => (await import('./anthropic/client.ts')).createAnthropicClient(connection),
};

/** Finds the wire for a contender and loads it on first use. A scripted contender gets the same wire without a network. */
export function createModelClients(options: ModelClientOptions): ModelClients {
  return {
    clientFor: async (contender) => {
      const common = {
        provider: contender.provider,
        timeoutMs: options.timeoutMs ?? tenMinutes,
        maxResponseBytes: options.maxResponseBytes ?? responseCap,
      };
      const connection = contender.scripted
        ? { ...common, ...(await scriptedEnds(contender, options)) }
        : { ...common, ...realEnds(contender, options) };
      return loaders[contender.provider](connection);
    },
  };
}

type Ends = Pick<Connection, 'apiKey' | 'baseUrl' | 'fetch'>;

function realEnds({ provider }: Contender, options: ModelClientOptions): Ends {
  return {
    baseUrl: options.baseUrl(provider).replace(/\/+$/, ''),
    apiKey: () => options.apiKey(provider),
    // Looked up at every call: the editor may patch the global one late.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
  };
}

/** No key and no reachable address: if ever a request got past the scripted fetch, it could neither arrive nor tell. */
async function scriptedEnds({ provider }: Contender, options: ModelClientOptions): Promise<Ends> {
  const { createScriptedFetch } = await import('./scripted/scriptedFetch.ts');
  return {
    baseUrl: provider === 'openai' ? 'https://openai.scripted.invalid/v1' : 'https://anthropic.scripted.invalid',
    apiKey: () => Promise.resolve('scripted'),
    fetch: createScriptedFetch(options.scriptedPauseMs === undefined ? {} : { pauseMs: options.scriptedPauseMs }),
  };
}
