import type {
  ComponentFault,
  ComponentJob,
  ComponentRendering,
  FrameworkKind,
} from '../../app/preview/componentPorts.ts';
import type { PageFault, PageNote } from '../../shared/previewView.ts';
import type { ComponentDataSource } from './componentData.ts';
import type { ComponentFramework, RenderTarget } from './componentFramework.ts';
import type { StyleCompiler } from './componentStyles.ts';
import { closedText } from './growing/closedText.ts';
import { liveScript } from './liveScript.ts';
import { globalStyles } from './modules/globalStyles.ts';
import { lastComponentName } from './modules/lastComponentName.ts';
import type { ModuleCache } from './modules/moduleCache.ts';
import { type ModuleGraph, moduleGraph } from './modules/moduleGraph.ts';
import { ModuleResolver } from './modules/moduleResolver.ts';
import { ProjectFiles } from './modules/projectFiles.ts';
import { versionNote } from './modules/versionNote.ts';
import { runStatic } from './runStatic.ts';
import type { LinkedProgram } from './runtime/linkedProgram.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

/** What components are rendered with. */
export interface ComponentTools {
  readonly frameworks: Readonly<Record<FrameworkKind, ComponentFramework>>;
  readonly sandbox: Sandbox;
  readonly cache: ModuleCache;
  /** Hears that the component's own code runs next, which may take its time. */
  readonly willRun: () => void;
  /** A runtime's text, by its file's name. */
  readonly runtime: (name: string) => Promise<string>;
  readonly data: ComponentDataSource;
  readonly styles: StyleCompiler;
}

/** Renders one component: compiles it with all that it imports, runs it in the sandbox, gathers its styles. */
export async function renderComponent(
  job: ComponentJob,
  read: (path: string) => Promise<Uint8Array | null>,
  tools: ComponentTools,
): Promise<ComponentRendering> {
  const { path } = job;
  const text = await closedText(job);
  const framework = tools.frameworks[job.kind];
  const files = new ProjectFiles(read);
  const resolver = new ModuleResolver(files, oursAmong(tools.frameworks));
  const graphFor = (target: RenderTarget) =>
    moduleGraph({ path, text }, { files, resolver, cache: tools.cache, target });
  const graph = await graphFor(job.underWay ? 'growing' : 'static');
  if ('fault' in graph) return faulty(graph.fault);
  const readText = (other: string) => files.text(other);
  const data = await tools.data({ ...job, text, name: lastComponentName(text), read: readText });
  const { props, revivals } = data;
  const program = { entry: path, links: graph.links, missingWords: job.missingWords, props, revivals, standIns: false };
  const runtime = await tools.runtime(framework.runtimes.static);
  tools.willRun();
  const run = await runStatic(tools.sandbox, runtime, graph.modules, program);
  const { html, head, fault, standIns } = run;
  // What is logged for want of what is still to come is nobody's mistake.
  const messages = job.underWay ? [] : run.messages;
  const version = await versionNote(framework.version, path, files);
  const missing = run.missing.map((name): PageNote => ({ kind: 'missing', name }));
  const component = {
    props: data.propsText,
    ownProps: job.ownProps !== null && data.fault === null,
    notes: [...(version === null ? [] : [version]), ...missing, ...graph.notes],
  };
  // What fails without a browser may do in one: where scripts run, the page is there and says so itself.
  if (fault !== null && !job.live) return { markup: null, fault, component, messages };
  const styled = await tools.styles({
    styles: [...(await globalStyles(path, files, resolver)), ...graph.styles],
    sources: graph.sources,
    html,
    path,
    tailwind: job.tailwind,
    read: readText,
  });
  const live = job.live ? await mounting(framework, await graphFor('live'), program, tools) : null;
  return {
    markup: { html, head, styles: styled.styles, standIns: standIns && !job.live, liveScript: live },
    component: { ...component, notes: [...component.notes, ...styled.notes] },
    messages: [...messages, ...styled.messages],
    fault: null,
  };
}

function faulty(fault: ComponentFault): ComponentRendering {
  return { markup: null, fault, component: null, messages: [] };
}

function oursAmong(frameworks: ComponentTools['frameworks']): readonly string[] {
  return Object.values(frameworks).flatMap((framework) => framework.packages);
}

async function mounting(
  framework: ComponentFramework,
  graph: ModuleGraph | { readonly fault: PageFault },
  program: LinkedProgram,
  tools: ComponentTools,
): Promise<string | null> {
  if ('fault' in graph) return null;
  const runtime = await tools.runtime(framework.runtimes.live);
  return liveScript(runtime, graph, { ...program, links: graph.links });
}
