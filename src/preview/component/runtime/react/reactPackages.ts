import React from 'react';
import * as JsxRuntime from 'react/jsx-runtime';
import ReactDom from 'react-dom';
import { isMissing, shownComponent } from '../missingPackage.ts';
import { markedReactBox } from './markedReactBox.ts';

type Arguments = readonly unknown[];
type ElementProps = Readonly<Record<string, unknown>>;

/**
 * React's packages, where elements of what is missing become elements of the box that says so.
 *
 * @param typeOf gives what is rendered for an element of a type
 */
export function reactPackages(typeOf: (type: unknown) => unknown = (type) => type): Readonly<Record<string, unknown>> {
  const ours = (create: unknown) => marking(create, typeOf);
  return {
    react: { ...React, createElement: ours(React.createElement) },
    'react/jsx-runtime': { ...JsxRuntime, jsx: ours(JsxRuntime.jsx), jsxs: ours(JsxRuntime.jsxs) },
    'react/jsx-dev-runtime': { ...JsxRuntime, jsxDEV: ours(JsxRuntime.jsx) },
    'react-dom': ReactDom,
  };
}

function marking(create: unknown, typeOf: (type: unknown) => unknown): unknown {
  return (type: unknown, props: ElementProps | null, ...rest: Arguments) =>
    Reflect.apply(create as (...all: Arguments) => unknown, undefined, [
      isPicture(type) ? 'img' : typeOf(shownComponent(type)),
      isPicture(type) ? { alt: '', ...props, src: type } : withMarks(type, props),
      ...rest.map(markedChild),
    ]);
}

/** A picture's address, which some builds make a component of. */
function isPicture(type: unknown): boolean {
  return typeof type === 'string' && type.startsWith('data:image/');
}

/** Props without what would be no more than a warning, and with a box for every child that is missing. */
function withMarks(type: unknown, props: ElementProps | null): ElementProps | null {
  if (props === null || typeof props !== 'object') return props;
  // Next's compiler takes two away.
  const isDropped = (name: string, value: unknown) =>
    typeof type === 'string' && (isMissing(value) || (type === 'style' && (name === 'jsx' || name === 'global')));
  const entries = Object.entries(props);
  const marked = entries
    .map(([name, value]) => [name, name === 'children' ? markedChildren(value) : value] as const)
    .filter(([name, value]) => !isDropped(name, value));
  const isSame = marked.length === entries.length && marked.every(([, value], at) => value === entries[at]?.[1]);
  return isSame ? props : Object.fromEntries(marked);
}

function markedChildren(children: unknown): unknown {
  // One that stays the same list is still known to be written by hand, and asks for no keys.
  return Array.isArray(children) && children.some(isMissing) ? children.map(markedChild) : markedChild(children);
}

function markedChild(child: unknown, place?: number): unknown {
  if (!isMissing(child)) return child;
  return React.createElement(markedReactBox(String(child)), { key: place });
}
