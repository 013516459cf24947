import type { Evidence } from '../../core/preview/evidence.ts';
import { frameLimits } from './frameMessages.ts';

type Messages = Evidence['messages'];

/** Listens to what the page logs as errors and warnings, to what it throws, and to what its policy keeps it from. */
export function followConsole(view: Window & typeof globalThis, didLog: (messages: Messages) => void): void {
  const messages: { readonly level: 'error' | 'warning'; readonly text: string }[] = [];
  let isTelling = false;
  const note = (level: 'error' | 'warning', text: string) => {
    if (messages.length >= frameLimits.messages) return;
    messages.push({ level, text: text.slice(0, frameLimits.text) });
    if (isTelling) return;
    isTelling = true;
    setTimeout(() => {
      isTelling = false;
      didLog([...messages]);
    }, 100);
  };
  for (const [method, level] of [
    ['error', 'error'],
    ['warn', 'warning'],
  ] as const) {
    const original = view.console[method].bind(view.console);
    view.console[method] = (...values: readonly unknown[]) => {
      note(level, values.map(textOf).join(' '));
      original(...values);
    };
  }
  view.addEventListener('error', ({ message }) => note('error', message), true);
  view.addEventListener('unhandledrejection', ({ reason }) => note('error', textOf(reason)));
  view.document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    note('warning', `${effectiveDirective}: ${blockedURI}`),
  );
}

function textOf(value: unknown): string {
  try {
    if (value instanceof Error) return `${value.name}: ${value.message}`;
    return typeof value === 'object' ? (JSON.stringify(value) ?? '') : String(value);
  } catch {
    return '';
  }
}
