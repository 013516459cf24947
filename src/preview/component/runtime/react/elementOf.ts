import React from 'react';
import type { Props } from '../componentRuntime.ts';
import { shownComponent } from '../missingPackage.ts';

/**
 * What is rendered of a component with its props. An asynchronous one, as runs on a server alone, is called and waited
 * for; it can have no state of its own that would need more.
 */
export function elementOf(component: unknown, props: Props): React.ReactNode | Promise<React.ReactNode> {
  const shown = shownComponent(component);
  if (isAsynchronous(shown)) return shown(props);
  return React.createElement(shown as React.ComponentType, props);
}

/** Whether it is a component that gives what it shows later. */
export function isAsynchronous(component: unknown): component is (props: Props) => Promise<React.ReactNode> {
  return typeof component === 'function' && Object.prototype.toString.call(component) === '[object AsyncFunction]';
}
