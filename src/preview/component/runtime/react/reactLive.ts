import type React from 'react';
import ReactDom from 'react-dom';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { startLive } from '../startLive.ts';
import { elementOf } from './elementOf.ts';
import { inertMounting, inertRoot } from './inertRoot.ts';
import { markedReactBox } from './markedReactBox.ts';
import { reactPackages } from './reactPackages.ts';
import { surrounded } from './surroundings.ts';

/** Where the component is mounted already, it is not mounted again. */
const roots = {
  createRoot: (...given: Parameters<typeof createRoot>) => (isOurs(given[0]) ? inertRoot : createRoot(...given)),
  hydrateRoot: (...given: Parameters<typeof hydrateRoot>) => (isOurs(given[0]) ? inertRoot : hydrateRoot(...given)),
};

/** React within a frame. */
export const { define, mount } = startLive({
  packages: {
    ...reactPackages(),
    'react-dom': { ...ReactDom, ...inertMounting, ...roots },
    'react-dom/client': roots,
  },
  marked: markedReactBox,
  snippet: (text) => text,
  mount: (component, props, root, required) => {
    const ours = createRoot(root as Parameters<typeof createRoot>[0]);
    const element = elementOf(component, props);
    if (element instanceof Promise) void element.then((late: React.ReactNode) => ours.render(late));
    else ours.render(surrounded(element, required));
  },
});

function isOurs(container: unknown): boolean {
  return typeof container === 'object' && container !== null && Reflect.get(container, 'id') === 'root';
}
