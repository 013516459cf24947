import React from 'react';
import { createRoot } from 'react-dom/client';
import { shownComponent } from '../missingPackage.ts';
import { startLive } from '../startLive.ts';
import { markedReactBox, reactPackages } from './reactPackages.ts';

/** React within a frame. */
export const { define, mount } = startLive({
  packages: reactPackages,
  marked: markedReactBox,
  snippet: (text) => text,
  mount: (component, props, root) => {
    const shown = shownComponent(component) as React.ComponentType;
    createRoot(root as Parameters<typeof createRoot>[0]).render(React.createElement(shown, props));
  },
});
