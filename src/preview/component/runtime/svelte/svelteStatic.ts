import '../prelude.ts';
import type { Component } from 'svelte';
import * as Server from 'svelte/internal/server';
import { render } from 'svelte/server';
import { markedBox } from '../markedBox.ts';
import { shownComponent } from '../missingPackage.ts';
import { startStatic } from '../startStatic.ts';
import { sveltePackages } from './sveltePackages.ts';

/** What Svelte's compiled components write to. */
interface Renderer {
  readonly push: (html: string) => void;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Svelte within the sandbox. */
export const { define, show } = startStatic({
  packages: { ...sveltePackages, 'svelte/internal/server': Server, 'svelte/server': { render } },
  marked: (words) => (renderer: Renderer) => {
    const { className, role, style } = markedBox;
    renderer.push(`<span class="${className}" role="${role}" style="${style}">${escaped(words)}</span>`);
  },
  snippet: (text) => (renderer: Renderer) => renderer.push(escaped(text)),
  rendersByCall: (first) => typeof first === 'object' && first !== null && 'push' in first && 'component' in first,
  render: (component, props) => {
    const { body, head } = render(shownComponent(component) as Component, { props: { ...props } });
    return { html: body, head };
  },
});
