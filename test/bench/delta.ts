import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Provider } from '../../src/core/contender.ts';
import { ComparisonTab } from '../ui/workbench/comparisonTab.ts';
import { storeKeys } from '../ui/workbench/wireWorkbench.ts';
import { type Measures, measured, percentile } from './measure.ts';
import { tokenLetters } from './stream/numberedProse.ts';
import type { TokenTimes, WrittenTimes } from './stream/tokenServer.ts';
import { type BenchWindow, withBenchWindow } from './window/benchWindow.ts';
import { wiredSettings } from './window/wiredSettings.ts';

const tokens = 4000;
const tokensPerSecond = 1000;
const runs = 5;
const providers = ['openai', 'anthropic'] as const;

/**
 * Measures how long a token takes from the moment it is handed to the network until it is text in the panel's document,
 * while both sides stream 1,000 tokens a second over real HTTP; beside it a bare loop over both SDKs that only notes the
 * token. Server, loop, VS Code and this process are processes of their own with one clock.
 */
export async function measureDelta(): Promise<Measures> {
  const server = fork(join(import.meta.dirname, 'stream', 'tokenServer.ts'), [`${tokens}`, `${tokensPerSecond}`]);
  try {
    const [urls] = (await once(server, 'message')) as [Readonly<Record<Provider, string>>];
    const [panel, loop]: [(readonly number[])[], (readonly number[])[]] = [[], []];
    await withBenchWindow(
      wiredSettings((provider) => urls[provider]),
      async (window) => {
        await window.load();
        await storeKeys(window.workbench);
        // The first run loads what is loaded on first use.
        for (let run = 0; run <= runs; run += 1) {
          const shown = await streamIntoPanel(window);
          const latencies = latenciesOf((await writtenTimes(server)).wall, shown);
          if (run > 0) panel.push(latencies);
        }
      },
    );
    for (let run = 0; run < runs; run += 1) {
      const received = await streamIntoLoop(urls);
      loop.push(latenciesOf((await writtenTimes(server)).steady, received));
    }
    // The median of the runs, so that one in which the machine did something else does not decide.
    const ofRuns = (latencies: readonly (readonly number[])[], share: number) =>
      percentile(
        latencies.map((run) => percentile(run, share)),
        0.5,
      );
    return Object.fromEntries(
      Object.entries({ 'delta.p50': 0.5, 'delta.p95': 0.95, 'delta.longest': 1 }).map(([name, share]) => [
        name,
        measured(ofRuns(panel, share), 'ms', ofRuns(loop, share)),
      ]),
    );
  } finally {
    server.kill();
  }
}

/** One comparison from a draft, so that the panel is there before the first token; returns when it had each token. */
async function streamIntoPanel({ workbench, probe }: BenchWindow): Promise<TokenTimes> {
  await workbench.editor.open('src/basket.ts');
  await workbench.run('Tiebreak: Show what will be sent');
  const tab = await ComparisonTab.of(workbench, 'Fix basket.ts');
  await tab.press('Send to both models');
  // Nothing asks the page anything while it streams.
  await new Promise((resolve) => setTimeout(resolve, (tokens / tokensPerSecond) * 1000 + 500));
  for (const label of ['GPT-5.5', 'Claude Opus 4.7'] as const) await tab.waitForStatus(label, /No edit/);
  const stamps = await tab.frame.parentFrame()?.evaluate(() => window.tiebreakBench?.tokens);
  await probe.ask('closeWebviews');
  return { openai: stamps?.[tokenLetters.openai] ?? [], anthropic: stamps?.[tokenLetters.anthropic] ?? [] };
}

async function streamIntoLoop(urls: Readonly<Record<Provider, string>>): Promise<TokenTimes> {
  const loop = fork(join(import.meta.dirname, 'stream', 'sdkLoop.ts'), [urls.openai, urls.anthropic]);
  const [times] = (await once(loop, 'message')) as [TokenTimes];
  return times;
}

async function writtenTimes(server: ChildProcess): Promise<WrittenTimes> {
  server.send('times');
  const [times] = (await once(server, 'message')) as [WrittenTimes];
  return times;
}

/** Milliseconds of every token of both sides. @throws Error when a token is missing, or came too slowly to count */
function latenciesOf(written: TokenTimes, seen: TokenTimes): readonly number[] {
  return providers.flatMap((provider) => {
    const sent = written[provider];
    const seconds = ((sent.at(-1) ?? 0) - (sent[0] ?? 0)) / 1000;
    if (sent.length !== tokens || seen[provider].length !== tokens) {
      throw new Error(`${provider}: ${sent.length} tokens sent, ${seen[provider].length} seen, of ${tokens}`);
    }
    if (tokens / seconds < 0.9 * tokensPerSecond) throw new Error(`${provider}: the machine sent too slowly`);
    return sent.map((at, token) => (seen[provider][token] ?? 0) - at);
  });
}
