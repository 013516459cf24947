import type { Mismatch } from '../core/answer.ts';

/** What became of one edit: where it belongs, whether any of it landed, and what did not. */
export interface Landing {
  readonly path: string;
  readonly landed: boolean;
  readonly failures: readonly Mismatch[];
}

/** What a model is told of the edits of one call. */
export function landingsText(landings: readonly Landing[], problems: readonly Mismatch[]): string {
  return [...landings.map(landingText), ...problems.map(({ reason }) => reason)].join('\n');
}

/** What a model is told of edits that it wrote as text and that did not land, or null when there are none. */
export function failedTextEdits(failures: readonly Mismatch[]): string | null {
  if (failures.length === 0) return null;
  const told = failures.map(({ path, reason }) => `${path === '' ? 'One edit' : path}: ${reason}`);
  return [
    'Some of the edits in your text did not land; the others were made. Write only these again:',
    ...told.map((line) => `- ${line}`),
  ].join('\n');
}

function landingText({ path, landed, failures }: Landing): string {
  const reasons = failures.map(({ reason }) => reason);
  if (!landed) return reasons.join('\n');
  if (reasons.length === 0) return `The edit of ${path} was made.`;
  return [`The edit of ${path} was made but for what follows. Send only that again.`, ...reasons].join('\n');
}
