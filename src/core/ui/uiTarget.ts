/** What an interface is written in. */
export type UiFramework = 'html' | 'react' | 'vue' | 'svelte';

/** Every framework, to tell whether a name that came from outside is one. */
export const uiFrameworks: Readonly<Record<UiFramework, true>> = { html: true, react: true, vue: true, svelte: true };

/** Where an interface goes: a file of its own, in place of the selection, or into the file as it is. */
export type UiPlace = 'new-file' | 'selection' | 'file';

/** Every place, to tell whether a name that came from outside is one. */
export const uiPlaces: Readonly<Record<UiPlace, true>> = { 'new-file': true, selection: true, file: true };

/** In what an interface is written. */
export interface UiKind {
  readonly framework: UiFramework;
  /** Whether its code is TypeScript; never of plain HTML. */
  readonly typescript: boolean;
  /** Whether it is styled with Tailwind's classes. */
  readonly tailwind: boolean;
}

/** What is to be made, and where. */
export interface UiTarget extends UiKind {
  readonly place: UiPlace;
}

/** The ending of a file of that kind, with its dot. */
export function endingOf({ framework, typescript }: UiKind): string {
  switch (framework) {
    case 'html':
      return '.html';
    case 'react':
      return typescript ? '.tsx' : '.jsx';
    case 'vue':
      return '.vue';
    case 'svelte':
      return '.svelte';
  }
}

/** VS Code's language id of a file of that kind. */
export function languageOf({ framework, typescript }: UiKind): string {
  if (framework === 'react') return typescript ? 'typescriptreact' : 'javascriptreact';
  return framework;
}
