import React from 'react';
import { markedBox } from '../markedBox.ts';

type BoxProps = Readonly<Record<string, unknown>>;

/** What an element keeps that stands in for one that a package would have made of the same element. */
const kept =
  /^(?:id|className|href|src|alt|type|role|htmlFor|placeholder|width|height|colSpan|rowSpan|aria-.+|data-.+)$/;
const words = markedBox.style.split(';').map((each) => each.split(':') as [string, string]);
const boxStyle = Object.fromEntries(words.map(([name, value]) => [camel(name), value]));
const outline = { outline: '2px dashed #888', outlineOffset: '1px' } as const;

/**
 * A component that shows words in a box, and below them what it was given to be around. What a package makes of an element
 * (`motion.section`, `styled.h1`) is that element, dashed, with the words as its title.
 *
 * @param member what of a package it stands for; '' for the package itself
 */
export function markedReactBox(said: string, member = ''): React.FC<BoxProps> {
  const { className, role } = markedBox;
  const tag = /(?:^|\.)([a-z][a-z\d]*)(?:\(\)|\.attrs)*$/.exec(member)?.[1];
  if (tag !== undefined) {
    return (props) => React.createElement(tag, { ...keptProps(props), title: said, style: styleOf(props) });
  }
  const label = React.createElement('span', { className, role, style: boxStyle }, said);
  return ({ children }) => {
    const inner = withoutFunctions(children);
    return inner === null ? label : React.createElement('div', { style: outline }, label, inner);
  };
}

function keptProps(props: BoxProps): BoxProps {
  const own = Object.entries(props).filter(([name, value]) => kept.test(name) && typeof value !== 'function');
  const inner = withoutFunctions(props.children);
  return Object.fromEntries(inner === null ? own : [...own, ['children', inner]]);
}

function styleOf({ style }: BoxProps): React.CSSProperties {
  const own = typeof style === 'object' && style !== null ? Object.entries(style) : [];
  return {
    ...Object.fromEntries(own.filter(([, value]) => typeof value !== 'function' && typeof value !== 'object')),
    ...outline,
  };
}

/** Children as they are shown; null for none, and for a function that would be given what is missing. */
function withoutFunctions(children: unknown): React.ReactNode {
  if (children === undefined || children === null || typeof children === 'boolean') return null;
  return typeof children === 'function' ? null : (children as React.ReactNode);
}

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
