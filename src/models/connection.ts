import type { Provider } from '../core/contender.ts';

/** How one provider is reached. Nothing of it comes from the environment. */
export interface Connection {
  readonly provider: Provider;
  /** Without a slash at its end, as the provider's SDK takes it. */
  readonly baseUrl: string;
  /** The person's key, or null when there is none. */
  apiKey(): Promise<string | null>;
  readonly fetch: typeof globalThis.fetch;
  /** Longest wait for response headers, in milliseconds. */
  readonly timeoutMs: number;
  /** Longest response body that is read, in bytes after decompression. */
  readonly maxResponseBytes: number;
}
