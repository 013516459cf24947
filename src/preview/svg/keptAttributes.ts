import { isSafeStyle } from './safeStyle.ts';

/** Names of attributes that XML can have and that do not lead, load or act. */
const plainName = /^(?!on)[a-z_][\w.-]*$/;
/** Those with a prefix that are kept. */
const prefixed: ReadonlySet<string> = new Set(['xlink:href', 'xml:space', 'xml:lang']);
/** What leads or acts on some element of SVG or HTML. */
const leading: ReadonlySet<string> = new Set([
  'action',
  'attributionsrc',
  'autofocus',
  'background',
  'cite',
  'data',
  'download',
  'externalresourcesrequired',
  'formaction',
  'nonce',
  'ping',
  'poster',
  'src',
  'srcdoc',
  'srcset',
  'target',
]);
/** Pixels within the drawing. SVG within it could hold anything again. */
const pixels = /^\s*data:image\/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]*$/i;
const place = /^\s*#[^\s"'()\\]*\s*$/;

/**
 * Whether an attribute may stay.
 *
 * @param name whole and in lower case
 */
export function keepsAttribute(tagName: string, name: string, value: string): boolean {
  if (name === 'href' || name === 'xlink:href') return place.test(value) || (tagName === 'image' && pixels.test(value));
  if (!plainName.test(name) && !prefixed.has(name)) return false;
  if (leading.has(name) || leadsToScript(value)) return false;
  return name === 'style' || value.includes('(') || value.includes('\\') ? isSafeStyle(value) : true;
}

/** Browsers leave out white space and control characters before and within a scheme. */
function leadsToScript(value: string): boolean {
  return /(?:java|vb)script:/i.test(value.replace(/[\s\p{Cc}]/gu, ''));
}
