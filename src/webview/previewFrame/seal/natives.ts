/**
 * The language's own functions as they were before any script of the page ran. What has to hold against the page goes by
 * nothing else: scripts may give every prototype a `test`, a `remove` or an iterator of their own.
 */
export const { apply } = Reflect;

const { exec } = RegExp.prototype;

/** Whether the pattern, which must not be a global one, is found in the text. */
export function matches(pattern: RegExp, text: string): boolean {
  return apply(exec, pattern, [text]) !== null;
}

/** What reads a property that a prototype defines. @throws Error when it defines none */
export function getterOf<Holder extends object, Name extends keyof Holder & string>(
  prototype: Holder,
  name: Name,
): (holder: Holder) => Holder[Name] {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (get === undefined) throw new Error(`There is no ${name} to read.`);
  return (holder) => apply(get, holder, []) as Holder[Name];
}
