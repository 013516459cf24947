import { nothingRendered, type PreviewRenderer, type PreviewSource } from './previewPorts.ts';

/**
 * The same renderers, but what one of them throws is a fault of that page alone: some texts are nested so deeply that no
 * reader gets to their end, and neither the other side nor the panel may go with them.
 *
 * @param describe what the person reads of it
 */
export function guardedSource(source: PreviewSource, describe: (error: unknown) => string): PreviewSource {
  const { html, svg, react, vue, svelte } = source;
  const guarded = (render: PreviewRenderer) => guardedRenderer(render, describe);
  return { html: guarded(html), svg: guarded(svg), react: guarded(react), vue: guarded(vue), svelte: guarded(svelte) };
}

function guardedRenderer(render: PreviewRenderer, describe: (error: unknown) => string): PreviewRenderer {
  return async (request) => {
    try {
      return await render(request);
    } catch (error) {
      return { ...nothingRendered, fault: { message: describe(error), line: null } };
    }
  };
}
