import '../prelude.ts';
import React from 'react';
import ReactDom from 'react-dom';
import { renderToString } from 'react-dom/server.browser';
import type { RequiredPackage } from '../componentRuntime.ts';
import { startStatic } from '../startStatic.ts';
import { elementOf } from './elementOf.ts';
import { inertMounting, inertRoot } from './inertRoot.ts';
import { LateParts } from './lateParts.ts';
import { markedReactBox } from './markedReactBox.ts';
import { reactPackages } from './reactPackages.ts';
import { missedSurrounding } from './surroundings.ts';

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
  render: async (component, props, required) => {
    const element = await elementOf(component, props);
    const html = await late
      .rendered(() => renderToString(element))
      .catch((thrown: unknown) => {
        const around = missedSurrounding(thrown instanceof Error ? thrown.message : '', required);
        if (around === null) throw thrown;
        return late.rendered(() => renderToString(React.createElement(around, null, element)));
      });
    return { html, head: sheetOf(required) };
  },
});

/** What styled-components has made styles of, which it hands out to servers alone. */
function sheetOf(required: RequiredPackage): string {
  const inner = (
    required('styled-components') as { readonly __PRIVATE__?: Readonly<Record<string, unknown>> } | undefined
  )?.__PRIVATE__;
  const sheet = inner?.mainSheet ?? inner?.masterSheet;
  if (typeof sheet !== 'object' || sheet === null) return '';
  return `<style>${String(sheet).replaceAll('</', '<\\/')}</style>`;
}

/** There is no other place in a document that is rendered once: what a portal shows stands where it is written. */
function inPlace(children: React.ReactNode, _container: unknown, key?: string | null): React.ReactElement {
  return React.createElement(React.Fragment, { key: key ?? null }, children);
}
