/** Where a module's last component is put when nothing is exported; see `componentCode`. */
export const lastComponentExport = '__lastComponent';

/** Where a module says what it makes elements of itself. */
export const elementsExport = '__elements';

/**
 * The component that a module is about: its default export, else the one named like the file, else the first with a
 * component's name that no other one shows, else the last one that was declared. Null for none.
 *
 * @param id the module's path
 */
export function chosenComponent(exports: unknown, id: string): unknown {
  if (typeof exports === 'function') return exports;
  if (typeof exports !== 'object' || exports === null) return null;
  if (!('__esModule' in exports) && isComponent(exports)) return exports;
  const named = exports as Readonly<Record<string, unknown>>;
  const fileName = (id.split('/').at(-1) ?? '').replace(/\..*$/s, '');
  const names = Object.keys(named).filter((name) => /^\p{Lu}/u.test(name));
  const elements: unknown = named[elementsExport];
  const isPart = (name: string) => Array.isArray(elements) && elements.includes(name);
  const inOrder = [...names.filter((name) => !isPart(name)), ...names];
  const first = ['default', fileName, ...inOrder, lastComponentExport].find((name) => isComponent(named[name]));
  return first === undefined ? null : named[first];
}

/** A function or class, or what frameworks make of one: React's `memo`, Vue's options. */
function isComponent(value: unknown): boolean {
  if (typeof value === 'function') return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return ['$$typeof', 'setup', 'render', 'ssrRender', 'template', 'data', '__ssrInlineRender'].some(
    (name) => name in value,
  );
}
