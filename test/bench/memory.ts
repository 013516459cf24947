import { storeKeys } from '../ui/workbench/wireWorkbench.ts';
import { answerReply } from '../wire/replies.ts';
import { startWireServer } from '../wire/wireServer.ts';
import { type Measures, measured } from './measure.ts';
import { type BenchWindow, withBenchWindow } from './window/benchWindow.ts';
import { wiredSettings } from './window/wiredSettings.ts';

const comparisons = 100;
const warmUps = 5;
const megabyte = 1_000_000;

/** What the extension host holds, in bytes, after a full collection. */
interface Memory {
  readonly heapUsed: number;
  readonly rss: number;
}

/**
 * Measures what the extension host holds after 100 comparisons (opened, streamed over HTTP to their end, closed) beyond
 * what it held before them, when all that is loaded on first use was loaded; and beyond what it held before the first.
 * The heap is what is really held. The process (`rss`) counts pages too that V8 emptied and keeps for the next time.
 */
export async function measureMemory(): Promise<Measures> {
  const wire = await startWireServer();
  const prose = 'The loop reads one line too many. '.repeat(60);
  const [oldText, newText] = ['  let sum = 0;\n', '  let sum = 1;\n'];
  const path = 'src/basket.ts';
  const patch = { kind: 'patch', path, diff: `@@\n-${oldText}+${newText}` } as const;
  wire.order({ provider: 'openai', always: answerReply({ prose, edits: [patch] }) });
  const replacement = { kind: 'replace', path, oldText, newText } as const;
  wire.order({ provider: 'anthropic', always: answerReply({ thinking: prose, prose, edits: [replacement] }) });
  try {
    return await withBenchWindow(wiredSettings(wire.baseUrl), async (window) => {
      await window.load();
      await storeKeys(window.workbench);
      await window.workbench.editor.open(path);
      const fresh = await memoryOf(window);
      await compare(window, warmUps);
      const before = await memoryOf(window);
      await compare(window, comparisons);
      const after = await memoryOf(window);
      return {
        'memory.heap': measured((after.heapUsed - before.heapUsed) / megabyte, 'MB'),
        'memory.rss': measured((after.rss - before.rss) / megabyte, 'MB'),
        'memory.heap-since-start': measured((after.heapUsed - fresh.heapUsed) / megabyte, 'MB'),
        'memory.rss-since-start': measured((after.rss - fresh.rss) / megabyte, 'MB'),
      };
    });
  } finally {
    await wire.close();
  }
}

/** One comparison after the other; the command ends when both answers have. */
async function compare({ probe }: BenchWindow, count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) {
    await probe.ask('run', 'tiebreak.compareFix');
    await probe.ask('closeWebviews');
  }
}

async function memoryOf({ probe }: BenchWindow): Promise<Memory> {
  return (await probe.ask('memory')) as Memory;
}
