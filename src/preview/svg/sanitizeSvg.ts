import { defaultTreeAdapter, html, parseFragment } from 'parse5';
import type { Picture } from '../../core/asset/imageAsset.ts';
import type { Element, ParentNode } from '../nodes.ts';
import { elementsOf, nameOf, remove, textWithin } from '../nodes.ts';
import { keepsAttribute } from './keptAttributes.ts';
import { drawnElements, keptElements } from './keptElements.ts';
import { safeStyle } from './safeStyle.ts';
import { multipliesUses } from './useCount.ts';
import { withEntities } from './withEntities.ts';
import { writeXml } from './writeXml.ts';

/** A longer text is no drawing that somebody wants. */
const longestSvg = 1_000_000;
const mostElements = 20_000;
/** Nor is it one where elements stand within so many others. */
const deepest = 200;
/** So much of a name or an attribute is told of what was taken out. */
const longestName = 60;

/**
 * A drawing from outside without anything that acts or loads: no scripts, handlers, HTML, links, or references to anything
 * but the drawing itself and pixels within it. What is not known to be harmless goes. The text is read as browsers read
 * SVG within HTML, which mends whatever is cut off or wrong, and written anew as XML: what is shown and kept is what was
 * looked at, to the letter.
 *
 * @returns null when there is nothing to be seen
 */
export function sanitizeSvg(svg: string): Extract<Picture, { readonly kind: 'svg' }> | null {
  if (svg.length > longestSvg) return null;
  const fragment = parseFragment(withEntities(svg));
  const root = elementsOf(fragment).find((element) => element.tagName === 'svg');
  if (root === undefined || isBeyondMeasure(root)) return null;
  const takenOut = new Set<string>();
  const gone = new Set<ParentNode | null>();
  for (const element of elementsOf(fragment)) {
    // What stands in something that was taken out went with it.
    if (gone.has(element.parentNode)) gone.add(element);
    else if (!clean(element, takenOut)) gone.add(element);
  }
  if (multipliesUses(root)) removeAll(root, 'use', takenOut);
  if (!elementsOf(root).some(({ tagName }) => drawnElements.has(tagName))) return null;
  return { kind: 'svg', text: `${writeXml(root)}\n`, takenOut: [...takenOut] };
}

/** @returns whether the element is still there */
function clean(element: Element, takenOut: Set<string>): boolean {
  // The parser knows the names of all elements but this one's, which came later.
  if (element.tagName === 'fedropshadow') {
    element.tagName = 'feDropShadow';
    element.nodeName = 'feDropShadow';
  }
  const { tagName } = element;
  if (tagName === 'a' && element.namespaceURI === html.NS.SVG) {
    // What a link holds can be seen without it.
    takenOut.add('<a>');
    element.tagName = 'g';
    element.nodeName = 'g';
    element.attrs = element.attrs.filter((each) => !/href$/.test(nameOf(each)));
    return clean(element, takenOut);
  }
  if (element.namespaceURI !== html.NS.SVG || !keptElements.has(tagName) || animatesWhatIsTakenOut(element)) {
    takenOut.add(`<${tagName.slice(0, longestName)}>`);
    remove(element);
    return false;
  }
  element.attrs = element.attrs.filter((each) => {
    const name = nameOf(each);
    // Namespaces are written anew.
    if (name === 'xmlns' || name.startsWith('xmlns:')) return false;
    if (keepsAttribute(tagName, name, each.value)) return true;
    takenOut.add(`${name.slice(0, longestName)}="${shortened(each.value)}"`);
    return false;
  });
  if (tagName === 'style') cleanStyle(element, takenOut);
  return true;
}

function isBeyondMeasure(root: Element): boolean {
  const depths = new Map<ParentNode | null, number>();
  const elements = elementsOf(root);
  if (elements.length > mostElements) return true;
  return elements.some((element) => {
    const depth = (depths.get(element.parentNode) ?? 0) + 1;
    depths.set(element, depth);
    return depth > deepest;
  });
}

/** Animations can set what an element leads to, or how it is handled. */
function animatesWhatIsTakenOut(element: Element): boolean {
  const animated = element.attrs.find((each) => nameOf(each) === 'attributename')?.value.trim() ?? '';
  return animated !== '' && (/^on|href$/i.test(animated) || !/^[\w-]+$/.test(animated));
}

function cleanStyle(element: Element, takenOut: Set<string>): void {
  const css = textWithin(element);
  const safe = safeStyle(css);
  if (safe !== css.trim()) takenOut.add('<style>');
  element.childNodes = [];
  defaultTreeAdapter.insertText(element, safe);
}

function removeAll(parent: ParentNode, tagName: string, takenOut: Set<string>): void {
  for (const element of elementsOf(parent).filter((each) => each.tagName === tagName)) remove(element);
  takenOut.add(`<${tagName}>`);
}

function shortened(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  return line.length > longestName ? `${line.slice(0, longestName)}…` : line;
}
