import { fixProperty } from './fixProperty.ts';
import { apply } from './natives.ts';

/** Tells these of every shadow root that a script makes, before the script has it. */
export function followShadowRoots(
  view: Window & typeof globalThis,
  told: readonly ((root: ShadowRoot) => void)[],
): void {
  const { prototype } = view.Element;
  const { attachShadow } = prototype;
  fixProperty(prototype, 'attachShadow', function (this: Element, options: ShadowRootInit) {
    const root = apply(attachShadow, this, [options]) as ShadowRoot;
    for (let at = 0; at < told.length; at += 1) told[at]?.(root);
    return root;
  });
}
