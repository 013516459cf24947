import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
export type ParentNode = DefaultTreeAdapterTypes.ParentNode;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

/** Every element below a node, in document order, those within templates included. May be changed while it is read. */
export function elementsOf(parent: ParentNode): readonly Element[] {
  const found: Element[] = [];
  const waiting: ChildNode[] = [...parent.childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!defaultTreeAdapter.isElementNode(node)) continue;
    found.push(node);
    const content = 'content' in node ? (node as DefaultTreeAdapterTypes.Template).content.childNodes : [];
    for (const child of [...content, ...node.childNodes].reverse()) waiting.push(child);
  }
  return found;
}

/** An attribute's value by its whole name (`xlink:href`), or null. */
export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((each) => nameOf(each) === name)?.value ?? null;
}

/** Sets an attribute, or takes it away for null. */
export function setAttribute(element: Element, name: string, value: string | null): void {
  const others = element.attrs.filter((each) => nameOf(each) !== name);
  element.attrs = value === null ? others : [...others, { name, value }];
}

/** An attribute's name as it is written, in lower case. */
export function nameOf({ name, prefix }: { readonly name: string; readonly prefix?: string | undefined }): string {
  return (prefix === undefined || prefix === '' ? name : `${prefix}:${name}`).toLowerCase();
}

/** The text within an element such as `style`. */
export function textWithin(element: Element): string {
  return element.childNodes.map((node) => (defaultTreeAdapter.isTextNode(node) ? node.value : '')).join('');
}

/** Puts text in the place of everything within an element. */
export function setText(element: Element, text: string): void {
  element.childNodes = [];
  defaultTreeAdapter.insertText(element, text);
}

/** A new element of HTML's. */
export function createElement(name: string, attributes: Readonly<Record<string, string>>, text = ''): Element {
  const attrs = Object.entries(attributes).map(([key, value]) => ({ name: key, value }));
  const element = defaultTreeAdapter.createElement(name as html.TAG_NAMES, html.NS.HTML, attrs);
  if (text !== '') defaultTreeAdapter.insertText(element, text);
  return element;
}

/** Takes an element out of the document. */
export function remove(element: Element): void {
  defaultTreeAdapter.detachNode(element);
}

/** Puts an element in the place of another. */
export function replace(element: Element, heir: Element): void {
  const { parentNode } = element;
  if (parentNode === null) return;
  defaultTreeAdapter.insertBefore(parentNode, heir, element);
  defaultTreeAdapter.detachNode(element);
}
