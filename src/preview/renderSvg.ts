import type { RenderedPage, RenderRequest } from '../app/preview/previewPorts.ts';
import { renderHtml } from './renderHtml.ts';

/** What XML puts before a picture and HTML has no use for. */
const prologue = /^\uFEFF?\s*(?:<\?xml[^>]*\?>|<!doctype[^>[]*(?:\[[^\]]*\])?[^>]*>|<!--.*?-->|\s)*/is;

/** A picture in the middle of a page of its own. */
export function renderSvg(request: RenderRequest): Promise<RenderedPage> {
  const style =
    'body{margin:0;min-height:100vh;display:grid;place-items:center}body>svg{max-width:100%;max-height:100vh}';
  const picture = request.text.replace(prologue, '');
  const text = `<!doctype html><html lang="en"><head><title>SVG</title><style>${style}</style></head><body>${picture}</body></html>`;
  return renderHtml({ ...request, text });
}
