/** How runtimes get from what stands for a missing package to the component that says so. */
const markedComponent: unique symbol = Symbol('marked component');

/** What every function has, by which it is called, too. */
const ownNames = new Set(['then', 'prototype', 'call', 'apply', 'bind', 'toString', 'valueOf']);

/**
 * Stands for everything that a package would export. As a component it shows a marked box; called, it says what is not
 * there instead of going on with something that was made up.
 *
 * @param words what is said of it, e.g. `chart.js is not there`
 * @param marked makes a component that shows words in a box
 */
export function missingPackage(words: string, marked: (words: string) => unknown, member = ''): unknown {
  function complain(): never {
    throw new Error(member === '' ? words : `${words} (${member})`);
  }
  // A function, so that it can stand where a component, a function or a class is expected.
  return new Proxy(complain, {
    apply: complain,
    construct: complain,
    has: () => true,
    get: (target, name) => {
      if (name === markedComponent) return marked(member === '' ? words : `${words} (${member})`);
      if (name === '__esModule') return true;
      if (typeof name === 'symbol' || ownNames.has(name)) return Reflect.get(target, name);
      if (name === 'default' && member === '') return missingPackage(words, marked, '');
      return missingPackage(words, marked, member === '' ? name : `${member}.${name}`);
    },
  });
}

/** The component that a runtime shows for this one: itself, or the box that stands for a missing package. */
export function shownComponent(component: unknown): unknown {
  if (typeof component !== 'function') return component;
  return Reflect.get(component, markedComponent) ?? component;
}
