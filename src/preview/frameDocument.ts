import { type DefaultTreeAdapterTypes, defaultTreeAdapter, serialize } from 'parse5';
import type { RenderRequest } from '../app/preview/previewPorts.ts';
import { framePolicy } from './framePolicy.ts';
import { attribute, createElement, type Element, elementsOf, setAttribute } from './nodes.ts';

type Document = DefaultTreeAdapterTypes.Document;

/** A page's tree as the text of a frame, with our policy and our script before anything of its own. */
export function frameDocument(document: Document, request: RenderRequest): string {
  const root = elementNamed(document, 'html');
  const head = elementNamed(document, 'head');
  if (root === null || head === null) return '';
  if (request.look.rightToLeft) setAttribute(root, 'dir', 'rtl');
  const ours = [
    createElement('meta', { charset: 'utf-8' }),
    createElement('meta', {
      'http-equiv': 'Content-Security-Policy',
      content: framePolicy(request.runScripts ? null : request.nonce),
    }),
    createElement('meta', { 'http-equiv': 'x-dns-prefetch-control', content: 'off' }),
    createElement('script', { nonce: request.nonce }, request.frameScript),
  ];
  const first = defaultTreeAdapter.getFirstChild(head);
  for (const element of ours) {
    if (first === null) defaultTreeAdapter.appendChild(head, element);
    else defaultTreeAdapter.insertBefore(head, element, first);
  }
  return serialize(document);
}

/** Whether anything is to be seen: words, or an element that shows without them. */
export function hasContent(document: Document): boolean {
  const body = elementNamed(document, 'body');
  if (body === null) return false;
  return elementsOf(body).some(({ tagName }) => visible.has(tagName.toLowerCase())) || hasWords(body);
}

const visible = new Set(['img', 'svg', 'input', 'button', 'hr', 'textarea', 'select', 'progress', 'meter', 'canvas']);
const unseen = new Set(['style', 'script', 'template', 'noscript', 'title']);

function hasWords(element: DefaultTreeAdapterTypes.ParentNode): boolean {
  return element.childNodes.some((node) => {
    if (defaultTreeAdapter.isTextNode(node)) return node.value.trim() !== '';
    return defaultTreeAdapter.isElementNode(node) && !unseen.has(node.tagName.toLowerCase()) && hasWords(node);
  });
}

/** Whether a page brings scripts of its own: elements, or what elements do on an event. */
export function hasScripts(document: Document): boolean {
  return elementsOf(document).some(
    (element) =>
      (element.tagName.toLowerCase() === 'script' && isCode(attribute(element, 'type'))) ||
      element.attrs.some(({ name, value }) => /^on/i.test(name) && value.trim() !== ''),
  );
}

function isCode(type: string | null): boolean {
  return type === null || type.trim() === '' || /javascript|ecmascript|module/i.test(type);
}

function elementNamed(document: Document, name: string): Element | null {
  return elementsOf(document).find((element) => element.tagName.toLowerCase() === name) ?? null;
}
