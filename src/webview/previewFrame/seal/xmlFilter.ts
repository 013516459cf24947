import { fixProperty } from './fixProperty.ts';
import { framedSelector, isFramedName } from './framedElements.ts';
import { apply } from './natives.ts';

type View = Window & typeof globalThis;

/**
 * Documents of XML are made without frames. In XML any prefix may stand before a name, and an entity for any part of it,
 * so that the text tells nothing; what is made of it does. Templates go, too: what is in them is found by no selector.
 */
export function filterXml(view: View): void {
  const parsers = view.DOMParser.prototype;
  const { parseFromString } = parsers;
  const { querySelector } = view.Document.prototype;
  const { remove } = view.Element.prototype;
  fixProperty(parsers, 'parseFromString', function (this: DOMParser, text: unknown, type: unknown) {
    const called = `${type}`;
    const parsed = apply(parseFromString, this, [text, called]) as Document;
    if (called === 'text/html') return parsed;
    const next = () => apply(querySelector, parsed, [`${framedSelector},template`]) as Element | null;
    for (let frame = next(); frame !== null; frame = next()) apply(remove, frame, []);
    return parsed;
  });
  const documents = view.DOMImplementation.prototype;
  const { createDocument } = documents;
  fixProperty(
    documents,
    'createDocument',
    function (this: DOMImplementation, namespace: unknown, name: unknown, type: unknown = null) {
      const called = name === null ? '' : `${name}`;
      return apply(createDocument, this, [namespace, isFramedName(called) ? 'div' : called, type]);
    },
  );
  Reflect.deleteProperty(view, 'XSLTProcessor');
}
