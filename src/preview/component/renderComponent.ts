import type { ComponentJob, ComponentRendering, FrameworkKind } from '../../app/preview/componentPorts.ts';
import type { JsonObject } from '../../core/jsonValue.ts';
import type { PageNote } from '../../shared/previewView.ts';
import type { ComponentData, ComponentDataSource } from './componentData.ts';
import { faultOf } from './componentFault.ts';
import type { ComponentFramework, RenderTarget } from './componentFramework.ts';
import type { StyleCompiler } from './componentStyles.ts';
import { liveScript } from './liveScript.ts';
import { componentName } from './modules/componentName.ts';
import { globalStyles } from './modules/globalStyles.ts';
import type { ModuleCache } from './modules/moduleCache.ts';
import { type ModuleGraph, moduleGraph } from './modules/moduleGraph.ts';
import { ModuleResolver } from './modules/moduleResolver.ts';
import { ProjectFiles } from './modules/projectFiles.ts';
import { versionNote } from './modules/versionNote.ts';
import type { LinkedProgram, StaticOutcome } from './runtime/linkedProgram.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

/** What components are rendered with. */
export interface ComponentTools {
  readonly frameworks: Readonly<Record<FrameworkKind, ComponentFramework | null>>;
  readonly sandbox: Sandbox;
  readonly cache: ModuleCache;
  /** Hears that the component's own code runs next, which may take its time. */
  readonly willRun: () => void;
  /** A runtime's text, by its file's name. */
  readonly runtime: (name: string) => Promise<string>;
  /** Null where nothing is known of what components take. */
  readonly data: ComponentDataSource | null;
  /** Null where style sheets stay as they are. */
  readonly styles: StyleCompiler | null;
}

const nothing = { markup: null, props: null, notes: [], messages: [] };

/** Renders one component: compiles it with all that it imports, runs it in the sandbox, gathers its styles. */
export async function renderComponent(
  job: ComponentJob,
  read: (path: string) => Promise<Uint8Array | null>,
  tools: ComponentTools,
): Promise<ComponentRendering> {
  const framework = tools.frameworks[job.kind];
  if (framework === null) return { ...nothing, fault: { reason: 'not-supported' } };
  const files = new ProjectFiles(read);
  const resolver = new ModuleResolver(files, oursAmong(tools.frameworks));
  const graphFor = (target: RenderTarget) => moduleGraph(job, { files, resolver, cache: tools.cache, target });
  const graph = await graphFor('static');
  if ('fault' in graph) return { ...nothing, fault: graph.fault };
  const data = await dataFor(job, files, tools.data);
  const program = programOf(job, graph, data);
  const runtime = await tools.runtime(framework.runtimes.static);
  tools.willRun();
  const outcome = tools.sandbox.run(
    runtime,
    graph.modules.map(({ id, body }) => ({ id, body })),
    program,
  );
  const shown = outcome.kind === 'done' ? staticOutcome(outcome.text) : null;
  const fault = faultOf(job.path, outcome, shown);
  const version = await versionNote(framework.version, job.path, files);
  const missing = (shown?.missing ?? []).map((name): PageNote => ({ kind: 'missing', name }));
  const foreign = graph.unstyled.map((name): PageNote => ({ kind: 'styling', name }));
  const notes = [...(version === null ? [] : [version]), ...missing, ...foreign];
  const props = data === null ? null : JSON.stringify(data.props, null, 2);
  const told = { props, notes, messages: outcome.messages };
  // What fails without a browser may do in one: where scripts run, the page is there and says so itself.
  if (fault !== null && !job.live) return { ...told, markup: null, fault };
  const html = shown?.html ?? '';
  const text = async (path: string) => await files.text(path);
  const given = [...(await globalStyles(job.path, files, resolver)), ...graph.styles];
  const sources = { sources: [...graph.sources, html], path: job.path, read: text };
  const styled =
    tools.styles === null ? { styles: given, notes: [] } : await tools.styles({ styles: given, ...sources });
  const live = job.live ? await mounting(framework, await graphFor('live'), program, tools) : null;
  return {
    ...told,
    notes: [...notes, ...styled.notes],
    markup: { html, head: shown?.head ?? '', styles: styled.styles, liveScript: live },
    fault: null,
  };
}

function oursAmong(frameworks: ComponentTools['frameworks']): readonly string[] {
  return Object.values(frameworks).flatMap((framework) => framework?.packages ?? []);
}

async function dataFor(
  { path, text, dataSet, ownProps }: ComponentJob,
  files: ProjectFiles,
  source: ComponentDataSource | null,
): Promise<ComponentData | null> {
  const read = async (other: string) => await files.text(other);
  const data = source === null ? null : await source({ path, text, name: componentName(path, text), read }, dataSet);
  if (ownProps === null) return data;
  const own = (name: string) => Object.hasOwn(ownProps, name);
  return { props: ownProps, functionProps: (data?.functionProps ?? []).filter((name) => !own(name)) };
}

function programOf(
  { path, missingWords }: ComponentJob,
  { links }: ModuleGraph,
  data: ComponentData | null,
): LinkedProgram {
  const props: JsonObject = data?.props ?? {};
  return { entry: path, links, missingWords, props, functionProps: data?.functionProps ?? [] };
}

async function mounting(
  framework: ComponentFramework,
  graph: Awaited<ReturnType<typeof moduleGraph>>,
  program: LinkedProgram,
  tools: ComponentTools,
): Promise<string | null> {
  if ('fault' in graph) return null;
  const runtime = await tools.runtime(framework.runtimes.live);
  return liveScript(runtime, graph, { ...program, links: graph.links });
}

/** What the sandbox says is nobody's word to trust. */
function staticOutcome(text: string): StaticOutcome | null {
  try {
    const value = JSON.parse(text) as Partial<StaticOutcome> | null;
    const { html, head, missing, error } = value ?? {};
    if (typeof html !== 'string' || typeof head !== 'string' || !Array.isArray(missing)) return null;
    return {
      html,
      head,
      missing: missing.slice(0, 20).map((name) => String(name).slice(0, 100)),
      error: error ?? null,
    };
  } catch {
    return null;
  }
}
