import { fixProperty } from './fixProperty.ts';

/**
 * Keeps a page's scripts from getting at a window besides their own. A frame without an address is beyond every policy
 * and begins with everything that was taken away here, such as WebRTC; so no frame may come to be: not by text (Trusted
 * Types hand all of it to us first), not by name, and what comes to be all the same is taken out before it loads.
 * https://developer.mozilla.org/docs/Web/API/Trusted_Types_API
 */
export function sealRealm(view: Window & typeof globalThis): void {
  filterText(view);
  filterNames(view);
  takeOutFrames(view);
}

const framed = /^(?:iframe|frame|frameset|object|embed|portal|fencedframe|applet)$/i;
const framedTag = /<(?:iframe|frame|object|embed|portal|fencedframe|applet)/i;
const framedSelector = 'iframe,frame,frameset,object,embed,portal,fencedframe,applet';

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: {
      createHTML(text: string, type: string, sink: string): string;
      createScript(text: string, type: string, sink: string): string;
      createScriptURL(text: string): string;
    },
  ): unknown;
}

/** Text becomes elements as it is, unless a frame would be among them: then none of it does. */
function filterText(view: Window): void {
  const { trustedTypes } = view as unknown as { readonly trustedTypes?: PolicyFactory };
  // What is written in pieces is one text; the pieces of a tag are none by themselves.
  let written = '';
  trustedTypes?.createPolicy('default', {
    createHTML: (text, _type, sink) => {
      if (/srcdoc/i.test(sink)) return '';
      if (!/write/i.test(sink)) return framedTag.test(text) ? '' : text;
      written += text;
      return framedTag.test(written) ? '' : text;
    },
    // What an address of script gives would be a document of its own, with a window of its own.
    createScript: (text, _type, sink) => (/location|href|navigat|javascript|src$/i.test(sink) ? '' : text),
    createScriptURL: (text) => text,
  });
}

/** A frame that is made by its name is a plain box instead. */
function filterNames(view: Window & typeof globalThis): void {
  const prototype = view.Document.prototype;
  const { createElement, createElementNS } = prototype;
  const isFramed = (name: unknown) => framed.test(String(name).replace(/^.*:/, ''));
  fixProperty(prototype, 'createElement', function (this: Document, name: unknown, options: unknown) {
    const called = String(name);
    return Reflect.apply(createElement, this, isFramed(called) ? ['div'] : [called, options]);
  });
  fixProperty(prototype, 'createElementNS', function (this: Document, namespace: unknown, name: unknown, options: unknown) {
    const called = String(name);
    return Reflect.apply(createElementNS, this, [namespace, isFramed(called) ? 'div' : called, options]);
  });
  const elements = view.CustomElementRegistry.prototype;
  const { define } = elements;
  fixProperty(elements, 'define', function (this: CustomElementRegistry, name: string, maker: CustomElementConstructor) {
    // Without its options, a class of its own cannot be a frame.
    return Reflect.apply(define, this, [name, maker]);
  });
  Reflect.deleteProperty(view, 'XSLTProcessor');
}

/** The last fence: frames go in the very task that they came in, before they load. */
function takeOutFrames(view: Window & typeof globalThis): void {
  const observer = new view.MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof view.Element)) continue;
        if (framed.test(node.localName)) node.remove();
        for (const frame of node.querySelectorAll(framedSelector)) frame.remove();
      }
    }
  });
  const watched = { childList: true, subtree: true };
  observer.observe(view.document, watched);
  const elements = view.Element.prototype;
  const { attachShadow } = elements;
  fixProperty(elements, 'attachShadow', function (this: Element, options: ShadowRootInit) {
    const root = Reflect.apply(attachShadow, this, [options]) as ShadowRoot;
    observer.observe(root, watched);
    return root;
  });
}
