import { type JSX, render } from 'preact';
import type { VsCodeApi } from './comparison/hostPort.ts';

declare function acquireVsCodeApi(): VsCodeApi;

/** Draws a panel's page into its landmark. VS Code hands out its API once a page. */
export function mountPage(Page: (props: { readonly api: VsCodeApi }) => JSX.Element | null): void {
  const element = document.querySelector('main');
  if (element !== null) render(<Page api={acquireVsCodeApi()} />, element);
}
