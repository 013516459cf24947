import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { RenderRequest } from '../../src/app/preview/previewPorts.ts';
import { ComponentThreads } from '../../src/host/preview/componentThreads.ts';
import { componentWords } from '../../src/host/preview/componentWords.ts';
import { systemClock } from '../../src/host/systemClock.ts';
import { carefulTable } from '../../src/models/scripted/answers/orders/carefulTable.ts';
import { previewSource } from '../../src/preview/previewSource.ts';
import { renderHtml } from '../../src/preview/renderHtml.ts';
import { projectFolder } from '../vscode/projectFolder.ts';
import { type Measures, measured, percentile } from './measure.ts';

const renderings = 30;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const l10n = { t: (message: string) => message };

/** What rendering a component takes, and the documents that came of it. */
interface RenderedComponents {
  readonly measures: Measures;
  readonly documents: readonly string[];
  /** What 95 of 100 renderings take at most, in milliseconds. */
  readonly renderTime: number;
}

/**
 * Measures a React component that changes while it streams, in the real threads: what the first one takes from nothing,
 * what each further one takes as a whole, and how much of it is this thread's own work, beside that of a plain page with
 * the same content.
 *
 * @param throttle what a side waits at most before it is rendered again, in milliseconds
 */
export async function renderComponents(request: RenderRequest, throttle: number): Promise<RenderedComponents> {
  const dist = join(projectFolder, 'dist');
  const start = { folder: join(dist, 'preview') };
  const threads = new ComponentThreads(join(dist, 'previewWorker.cjs'), start, systemClock, silent);
  const { react } = previewSource(threads, componentWords(l10n));
  if (react === null) throw new Error('React is not there');
  const read = async (path: string) =>
    path === 'office/orders.ts' ? new Uint8Array(await readFile(join(projectFolder, 'media/sample', path))) : null;
  const documents: string[] = [];
  const [whole, own, plain]: [number[], number[], number[]] = [[], [], []];
  // Threads never keep a process alive.
  const awake = setInterval(() => undefined, 1000);
  try {
    for (let step = 0; step <= renderings; step += 1) {
      const text = carefulTable.replace('>Orders<', `>Orders ${step}<`);
      const idle = performance.eventLoopUtilization();
      const began = performance.now();
      const page = await react({ ...request, path: 'office/OrdersTable.tsx', text, read });
      whole.push(performance.now() - began);
      own.push(performance.eventLoopUtilization(idle).active);
      if (page.fault !== null) throw new Error(page.fault.message);
      documents.push(page.document);
      const again = performance.now();
      await renderHtml({ ...request, text: page.document, read });
      plain.push(performance.now() - again);
      await delay(throttle);
    }
  } finally {
    threads.dispose();
    clearInterval(awake);
  }
  const [first = 0, ...further] = whole;
  return {
    documents,
    renderTime: percentile(further, 0.95),
    measures: {
      'preview.component.cold': measured(first, 'ms'),
      'preview.component.render.p50': measured(percentile(further, 0.5), 'ms'),
      'preview.component.render.p95': measured(percentile(further, 0.95), 'ms'),
      'preview.component.ownThread.p95': measured(percentile(own.slice(1), 0.95), 'ms', percentile(plain, 0.95)),
    },
  };
}
