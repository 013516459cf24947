import '../prelude.ts';
import React from 'react';
import { renderToString } from 'react-dom/server.browser';
import { shownComponent } from '../missingPackage.ts';
import { startStatic } from '../startStatic.ts';
import { inertRoot } from './inertRoot.ts';
import { markedReactBox, reactPackages } from './reactPackages.ts';

/** React within the sandbox. */
export const { define, show } = startStatic({
  packages: {
    ...reactPackages,
    'react-dom/client': { createRoot: () => inertRoot, hydrateRoot: () => inertRoot },
  },
  marked: markedReactBox,
  snippet: (text) => text,
  render: (component, props) => {
    const shown = shownComponent(component) as React.ComponentType;
    return { html: renderToString(React.createElement(shown, props)), head: '' };
  },
});
