import { attribute, type Element, elementsOf, nameOf, type ParentNode, remove } from './nodes.ts';

/** What never gets into a frame: it navigates, embeds, or has the browser look up names. */
const neverShown = new Set([
  'base',
  'iframe',
  'frame',
  'frameset',
  'object',
  'embed',
  'applet',
  'portal',
  'fencedframe',
  'link',
  'noembed',
  'noframes',
  'plaintext',
  'xmp',
]);
/** What is only there for scripts, or is read in another way where they run. */
const onlyWithScripts = new Set(['script', 'noscript', 'template']);
const neverAttributes = new Set([
  'srcdoc',
  'ping',
  'autofocus',
  'nonce',
  'integrity',
  'manifest',
  'srcset',
  'imagesrcset',
]);
const withoutScripts = new Set(['formaction', 'action', 'target', 'download', 'attributionsrc']);
/** What leads somewhere; by now all that may be left in it is in the document itself. */
const addresses = new Set(['href', 'xlink:href', 'src', 'poster', 'background', 'data', 'cite', 'longdesc', 'usemap']);
const harmlessMetas = new Set(['viewport', 'color-scheme', 'theme-color']);

/**
 * Takes out of a document what acts. Style sheets and pictures must have been put in place before, as every `link` goes.
 * It is one of three fences: the frame's sandbox and two policies hold without it.
 *
 * @param keepScripts whether the page's own scripts stay
 * @returns how many elements and attributes were taken out
 */
export function stripActive(document: ParentNode, keepScripts: boolean): number {
  let taken = 0;
  for (const element of elementsOf(document)) {
    if (isActive(element, keepScripts)) {
      remove(element);
      taken += 1;
      continue;
    }
    const kept = element.attrs.filter((each) => isHarmless(nameOf(each), each.value, keepScripts));
    taken += element.attrs.length - kept.length;
    element.attrs = kept;
  }
  return taken;
}

function isActive(element: Element, keepScripts: boolean): boolean {
  const name = element.tagName.toLowerCase();
  if (neverShown.has(name)) return true;
  if (!keepScripts && onlyWithScripts.has(name)) return true;
  if (name === 'meta') return !isHarmlessMeta(element);
  if (name === 'set' || name.startsWith('animate')) return animatesAddress(element);
  return false;
}

function isHarmlessMeta(element: Element): boolean {
  if (attribute(element, 'http-equiv') !== null) return false;
  return attribute(element, 'charset') !== null || harmlessMetas.has((attribute(element, 'name') ?? '').toLowerCase());
}

/** SVG's animations can set what a link leads to. */
function animatesAddress(element: Element): boolean {
  const animated = (attribute(element, 'attributename') ?? '').trim().toLowerCase();
  return animated.endsWith('href') || animated.startsWith('on');
}

function isHarmless(name: string, value: string, keepScripts: boolean): boolean {
  if (neverAttributes.has(name)) return false;
  if (keepScripts) return true;
  if (addresses.has(name) && !/^\s*(?:data:(?:image|font)\/|#)/i.test(value)) return false;
  return !name.startsWith('on') && !withoutScripts.has(name) && !leadsToScript(value);
}

/** Browsers leave out white space and control characters before and within a scheme. */
function leadsToScript(value: string): boolean {
  return /^(?:javascript|vbscript):/i.test(value.replace(/[\s\p{Cc}]/gu, ''));
}
