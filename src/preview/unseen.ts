import type { ComponentWords } from '../app/preview/componentPorts.ts';
import type { PreviewRenderer, RenderedPage, RenderRequest } from '../app/preview/previewPorts.ts';

/** What shows parts of a page only as they come into view. */
const reveals = /\bIntersectionObserver\b|\bAOS\.init\b|\bScrollReveal\b|\bScrollTrigger\b/;
const transparent = /\bopacity\s*:\s*0(?:\.0+)?\s*(?:[;}!"]|$)/m;
const emptyChart = /<div class="recharts-responsive-container"(?![\s\S]*recharts-surface)/;
const transparentElement = /\sstyle="[^"]*\bopacity:\s*0(?:\.0+)?\s*[;"]/;

/** Says of pages whose scripts do not run that there is nothing, or not all, to be seen because of that. */
export function tellingUnseen(
  render: PreviewRenderer,
  words: Pick<ComponentWords, 'unseen' | 'hidden'>,
): PreviewRenderer {
  return async (request) => {
    const page = await render(request);
    const said = unseenIn(request, page);
    return said === null ? page : { ...page, messages: [{ level: 'warning', text: words[said] }, ...page.messages] };
  };
}

function unseenIn(
  { text, runScripts }: RenderRequest,
  { fault, hasScripts, hasContent, document }: RenderedPage,
): 'unseen' | 'hidden' | null {
  if (fault !== null || runScripts || !hasScripts) return null;
  if (!hasContent) return 'unseen';
  // What is drawn is drawn by scripts, and so are charts that fit into what they are in.
  if (/<canvas\b/i.test(document) || emptyChart.test(document)) return 'hidden';
  const isHidden = reveals.test(text) && transparent.test(text);
  return isHidden || transparentElement.test(document.slice(document.indexOf('<body'))) ? 'hidden' : null;
}
