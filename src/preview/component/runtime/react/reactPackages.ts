import React from 'react';
import * as JsxRuntime from 'react/jsx-runtime';
import ReactDom from 'react-dom';
import { markedBox } from '../markedBox.ts';
import { shownComponent } from '../missingPackage.ts';

type Arguments = readonly unknown[];

/** React's packages, where elements of what is missing become elements of the box that says so. */
export const reactPackages: Readonly<Record<string, unknown>> = {
  react: { ...React, createElement: marking(React.createElement) },
  'react/jsx-runtime': { ...JsxRuntime, jsx: marking(JsxRuntime.jsx), jsxs: marking(JsxRuntime.jsxs) },
  'react/jsx-dev-runtime': { ...JsxRuntime, jsxDEV: marking(JsxRuntime.jsx) },
  'react-dom': ReactDom,
};

function marking(create: unknown): unknown {
  return (type: unknown, ...rest: Arguments) =>
    Reflect.apply(create as (...all: Arguments) => unknown, undefined, [shownComponent(type), ...rest]);
}

/** A component that shows words in a box. */
export function markedReactBox(words: string): unknown {
  const { className, role, style } = markedBox;
  const declared = style.split(';').map((each) => each.split(':') as [string, string]);
  const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const styles = Object.fromEntries(declared.map(([name, value]) => [camel(name), value]));
  return () => React.createElement('span', { className, role, style: styles }, words);
}
