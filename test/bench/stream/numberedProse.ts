import type { Provider } from '../../../src/core/contender.ts';

/** The letter that a provider's numbered tokens begin with. */
export const tokenLetters: Readonly<Record<Provider, string>> = { openai: 'a', anthropic: 'b' };

/** So many tokens of prose in paragraphs; each is its letter and its number, e.g. `a17`, counted from 0. */
export function numberedProse(provider: Provider, tokens: number): string {
  const word = (index: number) => `${tokenLetters[provider]}${index}`;
  return Array.from({ length: tokens }, (_, index) => `${word(index)}${index % 80 === 79 ? '\n\n' : ' '}`)
    .join('')
    .trimEnd();
}

/** The number of the token in a piece of text, or null where there is none. */
export function tokenIn(provider: Provider, text: string): number | null {
  const [, number] = new RegExp(`${tokenLetters[provider]}(\\d+)`).exec(text) ?? [];
  return number === undefined ? null : Number(number);
}
