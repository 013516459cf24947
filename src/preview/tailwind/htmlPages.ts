import { parse, serialize } from 'parse5';
import type { ComponentRenderer, ComponentWords, StyleText } from '../../app/preview/componentPorts.ts';
import {
  type DocumentRenderer,
  nothingRendered,
  type PreviewRenderer,
  type RenderedPage,
  type RenderRequest,
} from '../../app/preview/previewPorts.ts';
import { attribute, createElement, elementsOf, remove, replace } from '../nodes.ts';
import { renderHtml } from '../renderHtml.ts';
import { writtenStyles } from '../writtenStyles.ts';
import { hasVainClasses, noTailwind } from './vainClasses.ts';

const address = /(?:cdn\.tailwindcss\.com|@tailwindcss\/browser)/i;
const scriptTag = /<script\b[^<>]*/gi;
const source = /\bsrc\s*=\s*(?:"([^"]*)|'([^']*)|([^\s"'>]+))/i;

/** Whether a script of Tailwind's may be in a page; each tag is looked at once, as nobody says how long they are. */
function namesScript(text: string): boolean {
  if (!address.test(text)) return false;
  return Array.from(text.matchAll(scriptTag), ([tag]) => source.exec(tag) ?? []).some(([, double, single, bare]) =>
    address.test(double ?? single ?? bare ?? ''),
  );
}

/**
 * Makes pages of HTML. Where one has Tailwind's script, or was asked for in Tailwind's classes, its styles are compiled
 * elsewhere and put in, as that script would do in a browser.
 *
 * @param renderer where they are compiled, and large pages made
 */
export function htmlPages(
  renderer: ComponentRenderer & DocumentRenderer,
  words: Pick<ComponentWords, 'pageStuck'>,
): PreviewRenderer {
  const make = (request: RenderRequest) => made(renderer, request, words.pageStuck);
  return async (request) => {
    const { path, text, tailwind } = request;
    if (!tailwind && !namesScript(text)) return withNote(await make(request));
    const { markup, component, messages } = await renderer.render({ kind: 'html', path, text }, request.read);
    const page = await make({ ...request, text: withStyles(text, markup?.styles ?? [], request.runScripts) });
    return { ...page, component, messages };
  };
}

/** A larger page takes longer than the extension host's own thread may be kept busy; in characters. */
const largestHere = 60_000;

async function made(renderer: DocumentRenderer, request: RenderRequest, stuck: string): Promise<RenderedPage> {
  if (request.text.length <= largestHere) return await renderHtml(request);
  return (await renderer.renderDocument(request)) ?? { ...nothingRendered, fault: { message: stuck, line: null } };
}

/** A page that nothing brings Tailwind to says so where it is written in its classes. */
function withNote(page: RenderedPage): RenderedPage {
  if (!hasVainClasses(page.document, writtenStyles(page.document).join('\n'))) return page;
  return { ...page, component: { props: null, ownProps: false, notes: [noTailwind] } };
}

/** A page with styles in the place of what would have made them. */
function withStyles(text: string, styles: readonly StyleText[], keepScripts: boolean): string {
  const document = parse(text);
  for (const element of elementsOf(document)) {
    const name = element.tagName.toLowerCase();
    const isTailwinds = name === 'script' && address.test(attribute(element, 'src') ?? '');
    // What configures it would fail without the name that the script brings.
    if (isTailwinds && keepScripts) replace(element, createElement('script', {}, 'globalThis.tailwind ??= {};'));
    else if (isTailwinds) remove(element);
    else if (name === 'style' && /text\/tailwindcss/i.test(attribute(element, 'type') ?? '')) remove(element);
  }
  const css = styles.map((sheet) => sheet.css.replace(/<\/style/gi, '<\\/style')).join('\n');
  return serialize(document).replace(/<\/head>/i, () => `<style>${css}</style></head>`);
}
