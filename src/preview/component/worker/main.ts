import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromWorker, ToWorker, WorkerStart } from '../../../app/preview/componentMessages.ts';
import type { ComponentJob } from '../../../app/preview/componentPorts.ts';
import { plainStyles } from '../componentStyles.ts';
import { frameworks, ownCompilers } from '../frameworks.ts';
import { ModuleCache } from '../modules/moduleCache.ts';
import { type ComponentTools, renderComponent } from '../renderComponent.ts';
import { Sandbox } from '../sandbox/sandbox.ts';

/** The thread in which components are compiled and run, apart from the extension host's own. */
const { folder } = workerData as WorkerStart;
const port = parentPort;
const limits = { memoryBytes: 96 * 1024 * 1024, deadline: 2000 };

const tools = openTools();
const asked = new Map<number, (bytes: Uint8Array | null) => void>();
let asks = 0;

port?.on('message', (message: ToWorker) => {
  if (message.type === 'file') {
    asked.get(message.ask)?.(message.bytes);
    asked.delete(message.ask);
    return;
  }
  const { job } = message;
  const read = (path: string) => {
    asks += 1;
    const ask = asks;
    const answer = new Promise<Uint8Array | null>((resolve) => asked.set(ask, resolve));
    tell({ type: 'read', ask, path });
    return answer;
  };
  // What goes wrong here is ours, not the component's: the thread ends, and is started anew for the next one.
  void render(job, read);
});

async function render(job: ComponentJob, read: (path: string) => Promise<Uint8Array | null>): Promise<void> {
  const ready = await tools;
  tell({ type: 'rendered', rendering: await renderComponent(job, read, ready) });
  const runtime = ready.frameworks[job.kind]?.runtimes.static ?? null;
  if (runtime !== null) await ready.sandbox.prepare(await ready.runtime(runtime));
}

function tell(message: FromWorker): void {
  port?.postMessage(message);
}

async function openTools(): Promise<ComponentTools> {
  const engine = await readFile(join(folder, 'quickjs.wasm'));
  const texts = new Map<string, Promise<string>>();
  return {
    frameworks,
    sandbox: await Sandbox.load(new Uint8Array(engine).buffer, limits),
    cache: new ModuleCache(async (ending) => {
      const load = ending === 'vue' || ending === 'svelte' ? ownCompilers[ending] : null;
      return load === null ? {} : { [ending]: await load() };
    }),
    willRun: () => tell({ type: 'running' }),
    runtime: (name) => {
      const text = texts.get(name) ?? readFile(join(folder, name), 'utf8');
      texts.set(name, text);
      return text;
    },
    // Reading types takes a parser.
    data: async (request) => (await import('../../props/propsFor.ts')).propsFor(request),
    styles: plainStyles,
  };
}
