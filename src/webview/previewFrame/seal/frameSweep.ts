import { framedSelector } from './framedElements.ts';
import { apply } from './natives.ts';

type View = Window & typeof globalThis;

/**
 * The last fence: frames go in the very task that they came in, before they load.
 *
 * @returns what has to be told of every shadow root
 */
export function takeOutFrames(view: View): (root: ShadowRoot) => void {
  const { MutationObserver: Observer } = view;
  const { observe } = Observer.prototype;
  const { remove } = view.Element.prototype;
  const inDocument = view.Document.prototype.querySelector;
  const inFragment = view.DocumentFragment.prototype.querySelector;
  // Without a prototype, so that no option can be slipped in from there.
  const watched = Object.assign(Object.create(null) as MutationObserverInit, { childList: true, subtree: true });
  const watch = (root: Node, find: (selector: string) => Element | null) => {
    const next = () => apply(find, root, [framedSelector]) as Element | null;
    const observer = new Observer(() => {
      for (let frame = next(); frame !== null; frame = next()) apply(remove, frame, []);
    });
    apply(observe, observer, [root, watched]);
  };
  watch(view.document, inDocument);
  return (root) => watch(root, inFragment);
}
