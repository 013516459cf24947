import type { ComponentRendering, RenderJob } from './componentPorts.ts';
import type { DocumentJob, RenderedPage } from './previewPorts.ts';

/** What the extension host says to the thread that renders components. */
export type ToWorker =
  | { readonly type: 'render'; readonly job: RenderJob | DocumentJob }
  | { readonly type: 'file'; readonly ask: number; readonly bytes: Uint8Array | null };

/** What that thread says. */
export type FromWorker =
  /** A file of the project's is needed. */
  | { readonly type: 'read'; readonly ask: number; readonly path: string }
  /** From now on it is the component's own code that takes time. */
  | { readonly type: 'running' }
  | { readonly type: 'rendered'; readonly rendering: ComponentRendering }
  | { readonly type: 'page'; readonly page: RenderedPage };

/** What the thread is started with. */
export interface WorkerStart {
  /** The folder of the runtimes and of the sandbox's engine. */
  readonly folder: string;
}
