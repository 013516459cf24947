import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5';
import type { Element } from '../nodes.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML 1.0 cannot hold, not even as an entity. */
const impossible = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** A drawing as an XML document of its own; comments are left out. */
export function writeXml(root: Element): string {
  const namespaces = [' xmlns="http://www.w3.org/2000/svg"'];
  if (usesXlink(root)) namespaces.push(' xmlns:xlink="http://www.w3.org/1999/xlink"');
  return element(root, namespaces.join(''));
}

function element({ tagName, attrs, childNodes }: Element, namespaces: string): string {
  const attributes = attrs.map(
    ({ name, prefix, value }) =>
      ` ${prefix === undefined || prefix === '' ? name : `${prefix}:${name}`}="${text(value)}"`,
  );
  const open = `<${tagName}${namespaces}${attributes.join('')}`;
  const content = childNodes.map(node).join('');
  return content === '' ? `${open}/>` : `${open}>${content}</${tagName}>`;
}

function node(child: DefaultTreeAdapterTypes.ChildNode): string {
  if (defaultTreeAdapter.isElementNode(child)) return element(child, '');
  return defaultTreeAdapter.isTextNode(child) ? text(child.value) : '';
}

function text(value: string): string {
  return value.replace(impossible, '').replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

function usesXlink({ attrs, childNodes }: Element): boolean {
  return (
    attrs.some(({ prefix }) => prefix === 'xlink') ||
    childNodes.some((child) => defaultTreeAdapter.isElementNode(child) && usesXlink(child))
  );
}
