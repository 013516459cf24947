import { type DefaultTreeAdapterTypes, parse, serialize } from 'parse5';
import type { RenderedPage, RenderRequest } from '../app/preview/previewPorts.ts';
import { frameDocument, hasContent, hasScripts } from './frameDocument.ts';
import { inlineFiles } from './inlineFiles.ts';
import { LocalFiles } from './localFiles.ts';
import { stripActive } from './stripActive.ts';

/** Text that is read differently each time it is read is nothing that a browser should read. */
const mostReadings = 5;

/** The beginning of a tag, comment or sign at the very end, which would be read as words until more of it is there. */
const halfTag = /(?:<[/!]?-?|&#?\w{0,30})$/;

/**
 * A page of HTML as a document for a frame: with what it names and the workspace has, and, unless its scripts may run,
 * without anything that acts. A half-written page is as good as one: it is read as browsers read it.
 */
export async function renderHtml(request: RenderRequest): Promise<RenderedPage> {
  const document: Document = parse(request.text.replace(halfTag, ''));
  const files = new LocalFiles(request);
  const isScripted = hasScripts(document);
  await inlineFiles(document, request, files);
  stripActive(document, request.runScripts);
  const settled = request.runScripts ? document : settle(document);
  const made = { hasScripts: isScripted, leftOut: files.leftOut, component: null, messages: [], fault: null };
  if (settled === null) return { ...made, document: '', hasContent: false };
  return {
    ...made,
    hasContent: hasContent(settled),
    document: frameDocument(settled, request),
  };
}

type Document = DefaultTreeAdapterTypes.Document;

/**
 * Reads a document again as the browser will, until there is nothing more to take out: text can be written so that what
 * was an attribute or a comment becomes an element at the next reading. Null where that has no end.
 */
function settle(document: Document): Document | null {
  let text = serialize(document);
  for (let reading = 0; reading < mostReadings; reading += 1) {
    const again: Document = parse(text);
    const taken = stripActive(again, false);
    const now = serialize(again);
    if (taken === 0 && now === text) return again;
    text = now;
  }
  return null;
}
