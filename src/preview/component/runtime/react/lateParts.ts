import React from 'react';
import { isAsynchronous } from './elementOf.ts';

type AnyComponent = (props: Readonly<Record<string, unknown>>) => React.ReactNode;

/** A page with parts that wait for each other is rendered so many times. */
const mostRenderings = 5;

/** What a part may wait for, in milliseconds of a time that passes at once. */
const longestWait = 5000;

/** How React's renderer marks what it shows for a part that waits, and how it fails where nothing is to be shown for it. */
const waitingMark = '<!--$!-->';
const suspended = /^A component suspended while responding/;

/**
 * Has a page rendered until nothing of it waits any more: React's renderer for strings waits for nothing itself. A part
 * that is loaded late is there the next time, and an asynchronous component, which runs on servers alone, is called first.
 */
export class LateParts {
  readonly #components = new WeakMap<object, AnyComponent>();
  readonly #shown = new Map<string, React.ReactNode>();
  #waiting: Promise<unknown>[] = [];

  /** What is rendered for an element of a type. */
  typeOf(type: unknown): unknown {
    if (!isAsynchronous(type)) return type;
    const known = this.#components.get(type);
    const made: AnyComponent =
      known ??
      ((props) => {
        // The same place has the same id at every rendering.
        const id = React.useId();
        if (this.#shown.has(id)) return this.#shown.get(id);
        this.#waiting.push(type(props).then((node) => this.#shown.set(id, node)));
        return null;
      });
    this.#components.set(type, made);
    return made;
  }

  /** Gives the last rendering: what waits for something that does not come is shown waiting. */
  async rendered(render: () => string): Promise<string> {
    for (let left = mostRenderings; left > 0; left -= 1) {
      const { html, thrown } = outcomeOf(render);
      const isLast = left === 1 || (this.#waiting.length === 0 && !isWaiting(html, thrown));
      if (isLast && thrown !== null) throw thrown;
      if (isLast) return html;
      await Promise.all(this.#waiting);
      this.#waiting = [];
      await new Promise((resolve) => setTimeout(resolve, longestWait));
    }
    return '';
  }
}

function outcomeOf(render: () => string): { readonly html: string; readonly thrown: Error | null } {
  try {
    return { html: render(), thrown: null };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { html: '', thrown: error };
  }
}

function isWaiting(html: string, thrown: Error | null): boolean {
  return thrown === null ? html.includes(waitingMark) : suspended.test(thrown.message);
}
