import type { FrameworkRuntime } from './componentRuntime.ts';

/** How runtimes get from what stands for a missing package to the component that says so. */
const markedComponent: unique symbol = Symbol('marked component');

/** What every function has, by which it is called, too. */
const ownNames = new Set(['then', 'prototype', 'call', 'apply', 'bind', 'valueOf']);

/** How a runtime shows what is missing. */
export interface Marking extends Pick<FrameworkRuntime, 'marked' | 'rendersByCall'> {
  /** Hears what is said of a function that is called, or of a class that is made an object of. */
  readonly didUse: (words: string) => void;
}

/** What is taken from a stand-in as a list is as many stand-ins: enough for a hook's value and what sets it. */
const mostItems = 3;

/**
 * Stands for everything that a package would export. As a component it shows a marked box, and so it does in the place
 * of a value: what a call gives is a stand-in, too, and every call is told of.
 *
 * @param words what is said of it, e.g. `chart.js is not there`
 * @param marking makes a component that shows words in a box
 */
export function missingPackage(words: string, marking: Marking, member = ''): unknown {
  const whole = member === '' ? words : `${words} (${member})`;
  const box = () => marking.marked(whole, member);
  // What is done with a result is told of with the call that gave it.
  const use = () => {
    if (!member.includes('(')) marking.didUse(whole);
  };
  const within = (name: string) => missingPackage(words, marking, name);
  // A function, so that it can stand where a component, a function or a class is expected.
  function standIn(): void {}
  return new Proxy(standIn, {
    apply: (_target, _this, given: readonly unknown[]) => {
      if (marking.rendersByCall?.(given[0]) === true) return Reflect.apply(box() as typeof standIn, undefined, given);
      use();
      return within(`${member}()`);
    },
    construct: (target, _given, maker) => {
      use();
      // A class of the component's own that is made from it has what it declares itself.
      const isOwn = maker.prototype !== target.prototype;
      return isOwn ? Reflect.construct(Object, [], maker) : (within(`${member}()`) as object);
    },
    has: () => true,
    get: (target, name) => {
      if (name === markedComponent) return box();
      if (name === '__esModule') return true;
      if (name === Symbol.toPrimitive || name === 'toString') return () => whole;
      if (name === Symbol.iterator)
        return () => Array.from({ length: mostItems }, (_, at) => within(`${member}[${at}]`)).values();
      if (typeof name === 'symbol' || ownNames.has(name)) return Reflect.get(target, name);
      if (name === 'default' && member === '') return within('');
      return within(member === '' ? name : `${member}.${name}`);
    },
  });
}

/** Whether this stands for a part of a package that is missing. */
export function isMissing(value: unknown): boolean {
  return typeof value === 'function' && Reflect.get(value, markedComponent) !== undefined;
}

/** The component that a runtime shows for this one: itself, or the box that stands for a missing package. */
export function shownComponent(component: unknown): unknown {
  if (typeof component !== 'function') return component;
  return Reflect.get(component, markedComponent) ?? component;
}
