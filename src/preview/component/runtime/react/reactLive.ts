import React from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { shownComponent } from '../missingPackage.ts';
import { startLive } from '../startLive.ts';
import { inertRoot } from './inertRoot.ts';
import { markedReactBox, reactPackages } from './reactPackages.ts';

/** React within a frame. */
export const { define, mount } = startLive({
  packages: {
    ...reactPackages,
    'react-dom/client': {
      createRoot: (...given: Parameters<typeof createRoot>) => (isOurs(given[0]) ? inertRoot : createRoot(...given)),
      hydrateRoot: (...given: Parameters<typeof hydrateRoot>) => (isOurs(given[0]) ? inertRoot : hydrateRoot(...given)),
    },
  },
  marked: markedReactBox,
  snippet: (text) => text,
  mount: (component, props, root) => {
    const shown = shownComponent(component) as React.ComponentType;
    createRoot(root as Parameters<typeof createRoot>[0]).render(React.createElement(shown, props));
  },
});

function isOurs(container: unknown): boolean {
  return typeof container === 'object' && container !== null && Reflect.get(container, 'id') === 'root';
}
