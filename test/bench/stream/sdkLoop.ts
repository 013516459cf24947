import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import type { Provider } from '../../../src/core/contender.ts';
import { tokenIn } from './numberedProse.ts';

// A process of its own, the yardstick: reads both providers' streams at the same time with nothing but their SDKs, from
// the base URLs in its parameters (OpenAI's, Anthropic's), and sends when it had each token (`TokenTimes`, steady).
const [openAiUrl = '', anthropicUrl = ''] = process.argv.slice(2);
const times: Record<Provider, number[]> = { openai: [], anthropic: [] };

function note(provider: Provider, text: string): void {
  const token = tokenIn(provider, text);
  if (token !== null) times[provider][token] = Number(process.hrtime.bigint()) / 1e6;
}

async function readOpenAi(): Promise<void> {
  const client = new OpenAI({ apiKey: 'sk-bench', baseURL: openAiUrl });
  const stream = await client.responses.create({ model: 'gpt-5.5', input: 'Go.', stream: true });
  for await (const event of stream) if (event.type === 'response.output_text.delta') note('openai', event.delta);
}

async function readAnthropic(): Promise<void> {
  const client = new Anthropic({ apiKey: 'sk-bench', baseURL: anthropicUrl });
  const messages = [{ role: 'user' as const, content: 'Go.' }];
  const stream = await client.messages.create({ model: 'claude-opus-4-7', max_tokens: 1000, messages, stream: true });
  for await (const event of stream) {
    if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') note('anthropic', event.delta.text);
  }
}

await Promise.all([readOpenAi(), readAnthropic()]);
process.send?.(times, () => process.disconnect());
