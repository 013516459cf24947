import React from 'react';
import type { RequiredPackage } from '../componentRuntime.ts';

type Wrapper = React.ComponentType<{ readonly children?: React.ReactNode }>;

/** What an application has around its pages, by what a page says that has nothing around it. */
const surroundings: readonly {
  readonly misses: RegExp;
  /** A component to be put around the page; null where its package is not there. */
  readonly around: (required: RequiredPackage) => Wrapper | null;
}[] = [
  {
    // https://reactrouter.com/api/declarative-routers/MemoryRouter
    misses: /in the context of a <Router>|Cannot destructure property 'basename'|outside (?:of )?a <Router>/,
    around: (required) => memberOf(required, ['react-router-dom', 'react-router'], 'MemoryRouter') as Wrapper | null,
  },
  {
    // https://nextjs.org/docs/app/api-reference/functions/use-router
    misses: /expected app router to be mounted/,
    around: (required) => {
      const names = ['next/dist/shared/lib/app-router-context.shared-runtime'];
      const context = memberOf(required, names, 'AppRouterContext') as React.Context<object> | null;
      if (context === null) return null;
      const still = () => undefined;
      const ways = ['push', 'replace', 'refresh', 'back', 'forward', 'prefetch'].map((name) => [name, still]);
      const value = Object.fromEntries(ways) as object;
      return ({ children }) => React.createElement(context.Provider, { value }, children);
    },
  },
  {
    // https://tanstack.com/query/latest/docs/framework/react/reference/QueryClientProvider
    misses: /No QueryClient set/,
    around: (required) => {
      const names = ['@tanstack/react-query'];
      const Provider = memberOf(required, names, 'QueryClientProvider') as React.ComponentType<{
        client: object;
      }> | null;
      const Client = memberOf(required, names, 'QueryClient') as (new () => object) | null;
      if (Provider === null || Client === null) return null;
      const client = new Client();
      return ({ children }) => React.createElement(Provider, { client }, children);
    },
  },
];

/** What is put around a page that fails for the want of it; null where that is not why it fails, or it is not there. */
export function missedSurrounding(message: string, required: RequiredPackage): Wrapper | null {
  return surroundings.find(({ misses }) => misses.test(message))?.around(required) ?? null;
}

function memberOf(required: RequiredPackage, names: readonly string[], member: string): unknown {
  for (const name of names) {
    const found = required(name);
    const value = typeof found === 'object' && found !== null ? Reflect.get(found, member) : undefined;
    if (typeof value === 'function' || (typeof value === 'object' && value !== null)) return value;
  }
  return null;
}

/** A component that shows an element, with what it misses around it once it has failed for the want of that. */
export function surrounded(element: React.ReactNode, required: RequiredPackage): React.ReactElement {
  class Surrounded extends React.Component<object, { readonly thrown: unknown }> {
    override readonly state = { thrown: null };

    static getDerivedStateFromError(thrown: unknown): { readonly thrown: unknown } {
      return { thrown };
    }

    override render(): React.ReactNode {
      const { thrown } = this.state as { readonly thrown: unknown };
      if (thrown === null) return element;
      const around = missedSurrounding(thrown instanceof Error ? thrown.message : '', required);
      if (around === null) throw thrown;
      return React.createElement(around, null, element);
    }
  }
  return React.createElement(Surrounded);
}
