import { type Component, mount as mountComponent } from 'svelte';
import * as Client from 'svelte/internal/client';
import { markedBox } from '../markedBox.ts';
import { shownComponent } from '../missingPackage.ts';
import { startLive } from '../startLive.ts';
import { sveltePackages } from './sveltePackages.ts';

/** What is known here of the document: Svelte's compiled components put themselves before a node of it. */
interface Anchor {
  readonly ownerDocument: { createElement(name: string): Box };
  before(node: Box | string): void;
}

interface Box {
  textContent: string | null;
  setAttribute(name: string, value: string): void;
}

/** Svelte within a frame. */
export const { define, mount } = startLive({
  packages: { ...sveltePackages, 'svelte/internal/client': Client },
  marked: (words) => (anchor: Anchor) => {
    const box = anchor.ownerDocument.createElement('span');
    const { className, role, style } = markedBox;
    for (const [name, value] of Object.entries({ class: className, role, style })) box.setAttribute(name, value);
    box.textContent = words;
    anchor.before(box);
  },
  snippet: (text) => (anchor: Anchor) => anchor.before(text),
  rendersByCall: (first) => typeof first === 'object' && first !== null && 'nodeType' in first,
  mount: (component, props, root) => {
    const target = root as Parameters<typeof mountComponent>[1]['target'];
    mountComponent(shownComponent(component) as Component, { target, props: { ...props } });
  },
});
