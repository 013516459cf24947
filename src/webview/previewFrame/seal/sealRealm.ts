import { fixProperty } from './fixProperty.ts';
import { hasFramedTag, isFramedName } from './framedElements.ts';
import { takeOutFrames } from './frameSweep.ts';
import { apply, matches } from './natives.ts';
import { holdWrites } from './writes.ts';
import { filterXml } from './xmlFilter.ts';

/**
 * Keeps a page's scripts from getting at a window besides their own. A frame without an address is beyond every policy
 * and begins with everything that was taken away here, such as WebRTC; so no frame may come to be: not by text (Trusted
 * Types hand all of it to us first), not by name, and what comes to be all the same is taken out before it loads.
 * https://developer.mozilla.org/docs/Web/API/Trusted_Types_API
 *
 * @returns what has to be told of every shadow root
 */
export function sealRealm(view: Window & typeof globalThis): (root: ShadowRoot) => void {
  filterText(view);
  filterNames(view);
  filterXml(view);
  holdWrites(view);
  return takeOutFrames(view);
}

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
      if (matches(/srcdoc/i, sink)) return '';
      if (!matches(/write/i, sink)) return hasFramedTag(text) ? '' : text;
      written += text;
      return hasFramedTag(written) ? '' : text;
    },
    // What an address of script gives would be a document of its own, with a window of its own.
    createScript: (text, _type, sink) => (matches(/location|href|navigat|javascript|src$/i, sink) ? '' : text),
    createScriptURL: (text) => text,
  });
}

/** A frame that is made by its name is a plain box instead. */
function filterNames(view: Window & typeof globalThis): void {
  const prototype = view.Document.prototype;
  const { createElement, createElementNS } = prototype;
  fixProperty(prototype, 'createElement', function (this: Document, name: unknown, options: unknown) {
    const called = `${name}`;
    return apply(createElement, this, isFramedName(called) ? ['div'] : [called, options]);
  });
  fixProperty(
    prototype,
    'createElementNS',
    function (this: Document, namespace: unknown, name: unknown, options: unknown) {
      const called = `${name}`;
      return apply(createElementNS, this, [namespace, isFramedName(called) ? 'div' : called, options]);
    },
  );
  const elements = view.CustomElementRegistry.prototype;
  const { define } = elements;
  fixProperty(
    elements,
    'define',
    function (this: CustomElementRegistry, name: string, maker: CustomElementConstructor) {
      // Without its options, a class of its own cannot be a frame.
      return apply(define, this, [name, maker]);
    },
  );
}
