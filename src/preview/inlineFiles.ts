import type { RenderRequest } from '../app/preview/previewPorts.ts';
import type { LocalFiles } from './localFiles.ts';
import { schemeOf, withLook } from './mediaFeatures.ts';
import {
  attribute,
  createElement,
  type Element,
  elementsOf,
  type ParentNode,
  remove,
  replace,
  setAttribute,
  setText,
  textWithin,
} from './nodes.ts';
import { placeholder } from './placeholder.ts';
import { selfContained } from './styleSheet.ts';

/** What a picture's address is in, by element. */
const pictureAttributes: Readonly<Record<string, readonly string[]>> = {
  img: ['src'],
  input: ['src'],
  video: ['poster'],
  image: ['href', 'xlink:href'],
  use: ['href', 'xlink:href'],
  feimage: ['href', 'xlink:href'],
  body: ['background'],
  table: ['background'],
  td: ['background'],
};

/** Pictures that are to be seen where they are not at hand, too: as marked placeholders. */
const marked = new Set(['img src', 'input src', 'video poster', 'image href', 'image xlink:href']);

/** Elements whose `src` no frame may load. */
const loading = new Set(['audio', 'video', 'source', 'track']);

/**
 * Puts into a document what it names and the workspace has: style sheets as `style`, pictures and fonts as `data:`,
 * scripts as their text. What is elsewhere becomes a marked placeholder or is left out. Nothing is fetched.
 */
export async function inlineFiles(document: ParentNode, request: RenderRequest, files: LocalFiles): Promise<void> {
  for (const element of elementsOf(document)) {
    const style = attribute(element, 'style');
    if (style !== null) {
      setAttribute(element, 'style', await selfContained(style, request.path, files, request.look));
    }
    const media = attribute(element, 'media');
    if (media !== null) setAttribute(element, 'media', withLook(media, request.look));
    await inlineElement(element, request, files);
  }
}

async function inlineElement(element: Element, request: RenderRequest, files: LocalFiles): Promise<void> {
  const { path, look } = request;
  const name = element.tagName.toLowerCase();
  switch (name) {
    case 'link':
      return await inlineLink(element, request, files);
    case 'style':
      return setText(element, await selfContained(textWithin(element), path, files, look));
    case 'script':
      return await inlineScript(element, request, files);
    case 'meta':
      if (attribute(element, 'name')?.toLowerCase() === 'color-scheme') {
        setAttribute(element, 'content', schemeOf(attribute(element, 'content') ?? '', look));
      }
      return;
    case 'iframe':
      return markFrame(element, files);
    case 'frame':
    case 'embed':
    case 'object':
      return files.leaveOut(attribute(element, name === 'object' ? 'data' : 'src') ?? '');
    case 'a':
    case 'area':
      return calmLink(element, request.runScripts);
  }
  if (loading.has(name)) {
    const source = attribute(element, 'src');
    if (source !== null) files.leaveOut(source);
    setAttribute(element, 'src', null);
  }
  if (name === 'img') useLaterSource(element);
  for (const each of pictureAttributes[name] ?? []) await inlinePicture(element, each, path, files);
}

async function inlinePicture(element: Element, name: string, from: string, files: LocalFiles): Promise<void> {
  const address = attribute(element, name);
  if (address === null || address.trim().startsWith('#')) return;
  const picture = await files.picture(address, from);
  const isMarked = marked.has(`${element.tagName.toLowerCase()} ${name}`);
  setAttribute(element, name, picture ?? (isMarked ? placeholder(address) : null));
}

/** A picture without an address of its own has one of those that browsers choose from, or that scripts put in later. */
function useLaterSource(element: Element): void {
  if ((attribute(element, 'src') ?? '').trim() !== '') return;
  const [first = ''] = (attribute(element, 'srcset') ?? attribute(element, 'data-srcset') ?? '').trim().split(/,?\s+/);
  const later = first === '' ? attribute(element, 'data-src') : first;
  if (later !== null && later.trim() !== '') setAttribute(element, 'src', later);
}

/** A page within the page never loads; where it would be, there is its place. */
function markFrame(element: Element, files: LocalFiles): void {
  const address = attribute(element, 'src');
  if (address === null || /^\s*(?:$|about:|javascript:|data:)/i.test(address)) return;
  files.leaveOut(address);
  const kept = ['class', 'style', 'width', 'height', 'id'].flatMap((name) => {
    const value = attribute(element, name);
    return value === null ? [] : [[name, value]];
  });
  const alt = attribute(element, 'title') ?? '';
  const picture = { ...Object.fromEntries(kept), src: placeholder(hostOf(address)), alt };
  replace(element, createElement('img', picture));
}

/** `www.example.com` of an address; the address itself where it has no host. */
function hostOf(address: string): string {
  return /^\s*(?:https?:)?\/\/([^/?#]+)/i.exec(address)?.[1] ?? address;
}

async function inlineLink(element: Element, { path, look }: RenderRequest, files: LocalFiles): Promise<void> {
  const kinds = (attribute(element, 'rel') ?? '').toLowerCase().split(/\s+/);
  const address = attribute(element, 'href');
  if (!kinds.includes('stylesheet') || kinds.includes('alternate') || address === null) return remove(element);
  const sheet = await files.text(address, path);
  if (sheet === null) return remove(element);
  const media = attribute(element, 'media');
  const css = await selfContained(sheet.text, sheet.path, files, look);
  // No style sheet has a reason to say this, and it would end the element.
  const text = css.replace(/<\/style/gi, '<\\/style');
  replace(element, createElement('style', media === null ? {} : { media: withLook(media, look) }, text));
}

async function inlineScript(element: Element, { path, runScripts }: RenderRequest, files: LocalFiles): Promise<void> {
  const address = attribute(element, 'src');
  if (address === null || !runScripts) return;
  const script = await files.text(address, path);
  if (script === null) return remove(element);
  setAttribute(element, 'src', null);
  setText(element, script.text.replace(/<\/script/gi, '<\\/script'));
}

/** Links lead nowhere: within the page they scroll, all others stay to be seen. Their hosts are nobody's to look up. */
function calmLink(element: Element, keepRelative: boolean): void {
  for (const name of ['href', 'xlink:href']) {
    const address = attribute(element, name)?.trim() ?? null;
    if (address === null || address.startsWith('#')) continue;
    const isRelative = !/^(?:[a-z][a-z\d+.-]*:|\/\/|\\)/i.test(address.replace(/[\s\p{Cc}]/gu, ''));
    if (!(keepRelative && isRelative)) setAttribute(element, name, '#');
  }
}
