import { createTwoFilesPatch } from 'diff';
import type { SourceFile } from '../task.ts';
import { composeText } from './compose.ts';
import type { Hunk } from './hunk.ts';

/** What is written in place of a file's name where there is no file. */
const noFile = '/dev/null';

/** Hunks as a unified patch that `git apply` takes, for people to carry elsewhere. */
export function patchText(files: readonly SourceFile[], hunks: readonly Hunk[]): string {
  const paths = [...new Set(hunks.map((hunk) => hunk.path))];
  return paths
    .map((path) => {
      const own = hunks.filter((hunk) => hunk.path === path);
      const base = files.find((file) => file.path === path)?.text ?? '';
      const change = own[0]?.change ?? 'edit';
      const oldName = change === 'create' ? noFile : `a/${path}`;
      const newName = change === 'delete' ? noFile : `b/${path}`;
      return createTwoFilesPatch(oldName, newName, base, composeText(base, own), undefined, undefined, { context: 3 });
    })
    .join('');
}
