import '../prelude.ts';
import React from 'react';
import ReactDom from 'react-dom';
import { renderToString } from 'react-dom/server.browser';
import { startStatic } from '../startStatic.ts';
import { elementOf } from './elementOf.ts';
import { inertMounting, inertRoot } from './inertRoot.ts';
import { LateParts } from './lateParts.ts';
import { markedReactBox } from './markedReactBox.ts';
import { reactPackages } from './reactPackages.ts';

const late = new LateParts();

/** React within the sandbox. */
export const { define, show } = startStatic({
  packages: {
    ...reactPackages((type) => late.typeOf(type)),
    'react-dom': { ...ReactDom, ...inertMounting, createPortal: inPlace },
    'react-dom/client': { createRoot: () => inertRoot, hydrateRoot: () => inertRoot },
  },
  marked: markedReactBox,
  snippet: (text) => text,
  render: async (component, props) => {
    const element = await elementOf(component, props);
    return { html: await late.rendered(() => renderToString(element)), head: '' };
  },
});

/** There is no other place in a document that is rendered once: what a portal shows stands where it is written. */
function inPlace(children: React.ReactNode, _container: unknown, key?: string | null): React.ReactElement {
  return React.createElement(React.Fragment, { key: key ?? null }, children);
}
