/** Gives an object this property for good: scripts of the page can neither change it nor take it away. */
export function fixProperty(holder: object, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, writable: false, configurable: false, enumerable: true });
}
