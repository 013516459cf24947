import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromWorker, ToWorker, WorkerStart } from '../../../app/preview/componentMessages.ts';
import type { PageJob, RenderJob } from '../../../app/preview/componentPorts.ts';
import type { DocumentJob, RenderRequest } from '../../../app/preview/previewPorts.ts';
import { tailwindCompiler } from '../../tailwind/tailwindCompiler.ts';
import type { TailwindSheets } from '../../tailwind/tailwindStyles.ts';
import { frameworks, ownCompilers } from '../frameworks.ts';
import { ModuleCache } from '../modules/moduleCache.ts';
import { ProjectFiles } from '../modules/projectFiles.ts';
import { type ComponentTools, renderComponent } from '../renderComponent.ts';
import { Sandbox } from '../sandbox/sandbox.ts';

/** The thread in which components are compiled and run, apart from the extension host's own. */
const { folder } = workerData as WorkerStart;
const port = parentPort;
const limits = { memoryBytes: 96 * 1024 * 1024, deadline: 2000 };

const texts = new Map<string, Promise<string>>();
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
  void (job.kind === 'document' ? makeDocument(job, read) : render(job, read));
});

async function render(job: RenderJob, read: (path: string) => Promise<Uint8Array | null>): Promise<void> {
  if (job.kind === 'html') return await style(job, read);
  const ready = await tools;
  tell({ type: 'rendered', rendering: await renderComponent(job, read, ready) });
  await ready.sandbox.prepare(await ready.runtime(ready.frameworks[job.kind].runtimes.static));
}

/** Makes a document of a page; nothing of it runs. */
async function makeDocument({ request }: DocumentJob, read: RenderRequest['read']): Promise<void> {
  const { renderHtml } = await import('../../renderHtml.ts');
  tell({ type: 'page', page: await renderHtml({ ...request, read }) });
}

/** Styles a page of HTML; it takes no sandbox, as nothing of it runs. */
async function style(job: PageJob, read: (path: string) => Promise<Uint8Array | null>): Promise<void> {
  const files = new ProjectFiles(read);
  const { tailwindPage } = await import('../../tailwind/tailwindPage.ts');
  const rendering = await tailwindPage(job, (path) => files.text(path), await tailwindSheets());
  tell({ type: 'rendered', rendering });
}

function tell(message: FromWorker): void {
  port?.postMessage(message);
}

async function openTools(): Promise<ComponentTools> {
  const engine = await readFile(join(folder, 'quickjs.wasm'));
  return {
    frameworks,
    sandbox: await Sandbox.load(new Uint8Array(engine).buffer, limits),
    cache: new ModuleCache(async (ending) => {
      const load = ending === 'vue' || ending === 'svelte' ? ownCompilers[ending] : null;
      return load === null ? {} : { [ending]: await load() };
    }),
    willRun: () => tell({ type: 'running' }),
    runtime: text,
    // Reading types takes a parser.
    data: async (request) => (await import('../../props/propsFor.ts')).propsFor(request),
    styles: tailwindCompiler(tailwindSheets),
  };
}

async function tailwindSheets(): Promise<TailwindSheets> {
  return { theme: await text('tailwindTheme.css'), preflight: await text('tailwindPreflight.css') };
}

/** A text of the folder's; each is read once. */
function text(name: string): Promise<string> {
  const known = texts.get(name) ?? readFile(join(folder, name), 'utf8');
  texts.set(name, known);
  return known;
}
