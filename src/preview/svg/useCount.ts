import { attribute, type Element, elementsOf } from '../nodes.ts';

/** A drawing with more copies than this is meant to bring something to a halt. */
const mostCopies = 5_000;

/** Whether copies of copies grow beyond all measure: ten levels of ten each are ten thousand million. */
export function multipliesUses(root: Element): boolean {
  const byId = new Map(elementsOf(root).map((element) => [attribute(element, 'id'), element]));
  const counts = new Map<Element, number>();
  const copiesIn = (element: Element): number => {
    const known = counts.get(element);
    if (known !== undefined) return known;
    // What copies itself is not drawn; but whoever asks while it is counted has gone round in a circle.
    counts.set(element, 0);
    const uses = [element, ...elementsOf(element)].filter(({ tagName }) => tagName === 'use');
    const count = uses.reduce((sum, use) => {
      const copied = byId.get(placeOf(use));
      return sum + 1 + (copied === undefined || copied === element ? 0 : copiesIn(copied));
    }, 0);
    counts.set(element, count);
    return count;
  };
  return copiesIn(root) > mostCopies;
}

function placeOf(use: Element): string {
  return (attribute(use, 'href') ?? attribute(use, 'xlink:href') ?? '').trim().slice(1);
}
