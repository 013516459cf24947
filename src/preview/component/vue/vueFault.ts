import type { PageFault } from '../../../shared/previewView.ts';

/** What Vue's compiler says is wrong, in its own words: without the file's name and the excerpt that it adds to them. */
export function vueFault(thrown: unknown): PageFault {
  if (!(thrown instanceof Error)) return { message: String(thrown), line: null };
  const message = (thrown.message.split('\n\n')[0] ?? '')
    .replace(/^\[(?:@vue|vue)\/compiler-sfc\]\s*/, '')
    .replace(/\s*\(\d+:\d+\)$/, '')
    .replace(/ \/\S*\.vue$/, '')
    .trim();
  return { message, line: lineOf(thrown) };
}

/** Errors of a template say where they are; those of a script only mark it in an excerpt of the file. */
function lineOf(error: Error): number | null {
  const marked = /^\s*(\d+)\s*\|[^\n]*\n\s*\|\s*\^/m.exec(error.message)?.[1];
  if (marked !== undefined) return Number(marked);
  const { loc } = error as { readonly loc?: { readonly start?: { readonly line?: unknown } } };
  const line = loc?.start?.line;
  return typeof line === 'number' ? line : null;
}
