import { apply, getterOf } from './seal/natives.ts';

type View = Window & typeof globalThis;

const elementNode = 1;
const capturing = true;
const linkNamespace = 'http://www.w3.org/1999/xlink';

/**
 * Links scroll within the page or do nothing; forms are not sent. Their own listeners still hear of the click, as one
 * that nobody has taken care of yet: routers pass over the others. Links count wherever they are, in a shadow tree or in
 * no document at all.
 *
 * @returns what has to be told of every shadow root
 */
export function calmLinks(view: View): (root: ShadowRoot) => void {
  const { document } = view;
  const { addEventListener, dispatchEvent } = view.EventTarget.prototype;
  const { preventDefault, composedPath } = view.Event.prototype;
  const { click } = view.HTMLElement.prototype;
  const { matches, getAttribute, removeAttributeNS, scrollIntoView } = view.Element.prototype;
  const { getRootNode } = view.Node.prototype;
  const isCancelable = getterOf(view.Event.prototype, 'cancelable');
  const nodeType = getterOf(view.Node.prototype, 'nodeType');

  const isNode = (target: EventTarget): target is Node => {
    try {
      return nodeType(target as Node) > 0;
    } catch {
      // Whoever is none has no type; a page can have everything else lie about it.
      return false;
    }
  };
  const isLink = (target: EventTarget | undefined): target is Element =>
    target !== undefined &&
    isNode(target) &&
    nodeType(target) === elementNode &&
    (apply(matches, target, ['a[*|href], area[href]']) as boolean);
  const linkOf = (event: Event): Element | null => {
    const path = apply(composedPath, event, []) as readonly EventTarget[];
    for (let at = 0; at < path.length; at += 1) {
      const node = path[at];
      if (isLink(node)) return node;
    }
    return null;
  };
  const calm = (event: Event): void => {
    const link = linkOf(event);
    if (link === null) return;
    if (!isCancelable(event)) {
      // Made by a script, on a link that is there for nothing but this: nothing less than its address keeps it here.
      apply(removeAttributeNS, link, [null, 'href']);
      apply(removeAttributeNS, link, [linkNamespace, 'href']);
      return;
    }
    apply(preventDefault, event, []);
    seemUntouched(event);
    const address = (apply(getAttribute, link, ['href']) ?? apply(getAttribute, link, ['xlink:href'])) as string | null;
    if (address?.startsWith('#') !== true || address.length < 2) return;
    const target = targetOf(document, address);
    if (target !== null) apply(scrollIntoView, target, []);
  };
  const listen = (target: EventTarget) => {
    apply(addEventListener, target, ['click', calm, capturing]);
    apply(addEventListener, target, ['auxclick', calm, capturing]);
  };

  // The first to hear of it, before every listener of the page's.
  listen(view);
  // Of what is in no document the window does not hear.
  view.HTMLElement.prototype.click = function (this: HTMLElement) {
    listen(apply(getRootNode, this, []) as Node);
    apply(click, this, []);
  };
  view.EventTarget.prototype.dispatchEvent = function (this: EventTarget, event: Event) {
    if (isNode(this)) listen(apply(getRootNode, this, []) as Node);
    return apply(dispatchEvent, this, [event]) as boolean;
  };
  document.addEventListener('submit', (event) => event.preventDefault(), true);
  return listen;
}

/** Has the event say that it was not prevented, until the page itself does it. */
function seemUntouched(event: Event): void {
  let isPrevented = false;
  Object.defineProperties(event, {
    defaultPrevented: { get: () => isPrevented, configurable: true },
    preventDefault: {
      value: () => {
        isPrevented = event.cancelable;
      },
      configurable: true,
    },
  });
}

function targetOf(document: Document, address: string): Element | null {
  try {
    return document.getElementById(decodeURIComponent(address.slice(1)));
  } catch {
    return null;
  }
}
