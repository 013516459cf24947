import { apply, getterOf, matches } from './natives.ts';

type View = Window & typeof globalThis;

/** What belongs into a head: https://html.spec.whatwg.org/multipage/semantics.html#the-head-element and what it may hold. */
const headContent = /^(?:base|link|meta|noscript|script|style|template|title)$/;

/** Where what is written from within a head goes, as a parser would have it: nothing of a head is ever displayed. */
export interface HeadWrites {
  /** Looks at the nodes between these two; both may be null, and the first stays out. */
  hold(after: Node | null, before: Node): void;
  /** Puts what belongs to the body at its beginning, as soon as there is one. */
  release(): void;
}

/** Made before any script of the page runs. */
export function headWrites(view: View): HeadWrites {
  const nodes = view.Node.prototype;
  const nextSibling = getterOf(nodes, 'nextSibling');
  const parentNode = getterOf(nodes, 'parentNode');
  const firstChild = getterOf(nodes, 'firstChild');
  const nodeName = getterOf(nodes, 'nodeName');
  const textContent = getterOf(nodes, 'textContent');
  const head = getterOf(view.Document.prototype, 'head');
  const body = getterOf(view.Document.prototype, 'body');
  const { insertBefore } = nodes;
  const { toLowerCase } = String.prototype;
  const { document } = view;
  const isDisplayed = (node: Node) => {
    const name = apply(toLowerCase, nodeName(node), []);
    return name === '#text' ? matches(/\S/, textContent(node) ?? '') : name[0] !== '#' && !matches(headContent, name);
  };
  const held: Node[] = [];
  let count = 0;
  return {
    hold(after, before) {
      const place = head(document);
      if (place === null || parentNode(before) !== place) return;
      let node = after === null ? firstChild(place) : nextSibling(after);
      for (; node !== null && node !== before; node = nextSibling(node)) {
        if (!isDisplayed(node)) continue;
        held[count] = node;
        count += 1;
      }
    },
    release() {
      const place = body(document);
      if (place === null) return;
      const first = firstChild(place);
      for (let at = 0; at < count; at += 1) {
        const node = held[at];
        if (node !== undefined && parentNode(node) === head(document)) apply(insertBefore, place, [node, first]);
      }
      count = 0;
    },
  };
}
