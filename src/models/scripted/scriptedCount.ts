import type { Provider } from '../../core/contender.ts';
import type { Fields } from '../fields.ts';

/** The parts of a request's body that are input, on either wire. */
const inputParts = ['instructions', 'input', 'system', 'messages', 'tools'] as const;

/** What the input of a request would roughly come to, the same for the request and for the counting of it. */
export function inputTokensOf(body: Fields): number {
  const parts = inputParts.flatMap((name) => body[name] ?? []);
  return Math.ceil(JSON.stringify(parts).length / 4);
}

/** The body with which a provider answers when it is asked to count. */
export function countedInput(provider: Provider, body: Fields): Fields {
  const input_tokens = inputTokensOf(body);
  return provider === 'openai' ? { object: 'response.input_tokens', input_tokens } : { input_tokens };
}
