import type { UiKind, UiTarget } from './uiTarget.ts';

/**
 * What a model is told about what to make and where. Not translated: models are asked in English.
 *
 * @param path of the file that is to be made or changed
 * @param lines 1-based first and last line of the selection, or null without one
 */
export function targetText(
  target: UiTarget,
  path: string,
  lines: readonly [first: number, last: number] | null,
): string {
  const styled = target.tailwind ? ', styled with the classes of the project’s Tailwind CSS' : '';
  return `${kindText(target)}${styled}.\n${placeText(target, path, lines)}`;
}

function kindText({ framework, typescript }: UiKind): string {
  const language = typescript ? 'TypeScript' : 'JavaScript';
  switch (framework) {
    case 'html':
      return 'Plain HTML with its own CSS, and no more script than it needs';
    case 'react':
      return `A React component in ${typescript ? 'TypeScript (TSX)' : 'JavaScript (JSX)'}, with its props typed where the language can`;
    case 'vue':
      return `A Vue single-file component with \`<script setup>\` in ${language}`;
    case 'svelte':
      return `A Svelte component with its script in ${language}`;
  }
}

function placeText({ place }: UiTarget, path: string, lines: readonly [first: number, last: number] | null): string {
  switch (place) {
    case 'new-file':
      return `Make it as the new file \`${path}\`, which does not exist yet, whole in this one file.`;
    case 'selection':
      return `Put it in place of the selection in \`${path}\`${lines === null ? '' : `, ${linesText(lines)}`}. Around it, change only what it needs, such as imports.`;
    case 'file':
      return `Edit the file \`${path}\` so that it does what the task asks.`;
  }
}

function linesText([first, last]: readonly [first: number, last: number]): string {
  return first === last ? `line ${first}` : `lines ${first} to ${last}`;
}
