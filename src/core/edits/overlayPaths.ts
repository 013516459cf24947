import type { PathRefusal } from '../failure.ts';
import { checkPath, isAbsolutePath, normalizedPath } from './pathRules.ts';

/** Why a path is not written to, and the same in words for the model. */
export interface RefusedPath {
  readonly refusal: PathRefusal;
  readonly reason: string;
}

/**
 * The known path that a model means, or null. Models like to write absolute paths: one that ends with exactly one known
 * path means that file, which is safe since nothing but a known file can come of it.
 */
export function knownPath(known: readonly string[], written: string): string | null {
  const path = normalizedPath(written);
  const exact = known.find((candidate) => candidate === path || `/${candidate}` === path);
  if (exact !== undefined) {
    return exact;
  }
  if (!isAbsolutePath(path) || path.split('/').includes('..')) {
    return null;
  }
  const [only, ...others] = known.filter((candidate) => path.endsWith(`/${candidate}`));
  return only !== undefined && others.length === 0 ? only : null;
}

/** Where a file that a model wants to make goes, or why it is not made. */
export function newPath(known: readonly string[], written: string): string | RefusedPath {
  const checked = checkPath(written);
  if (typeof checked === 'string') {
    return { refusal: checked, reason: refusalTexts[checked] };
  }
  const folded = foldedPath(checked.path);
  for (const candidate of known) {
    const other = foldedPath(candidate);
    if (folded === other) {
      return { refusal: 'malformed', reason: `There is a file ${candidate}, which many systems take for the same.` };
    }
    if (other.startsWith(`${folded}/`) || folded.startsWith(`${other}/`)) {
      return {
        refusal: 'malformed',
        reason: `The path takes a file for a folder, or a folder for a file: ${candidate}.`,
      };
    }
  }
  return checked.path;
}

/** Where a renamed file goes, or why it cannot go there. Back to where it was it always can. */
export function renameTarget(others: readonly string[], origin: string, written: string): string | RefusedPath {
  const target = normalizedPath(written);
  if (target === origin && !others.includes(target)) {
    return target;
  }
  return knownPath(others, written) === null
    ? newPath(others, written)
    : { refusal: 'malformed', reason: `There is a file ${target} already, so nothing can be renamed to it.` };
}

/** What a model is told about a path that is not among the files it may change. */
export function unknownPath(known: readonly string[]): RefusedPath {
  return {
    refusal: 'not-in-task',
    reason: `There is no such file here. ${known.length === 0 ? '' : `The files that can be changed are: ${known.join(', ')}. `}New files can be created.`,
  };
}

const refusalTexts: Readonly<Record<PathRefusal, string>> = {
  'outside-workspace': 'The path must be relative to the workspace folder and stay inside it.',
  malformed: 'The path has a name in it that not every system takes, or characters that cannot be seen.',
  protected: 'Nothing is written in the folder that git keeps for itself.',
  secret: 'Files that by their name hold secrets are not written here.',
  'symbolic-link': 'The path leads through a symbolic link.',
  'not-in-task': 'There is no such file here.',
  'made-twice': 'There is such a file already.',
};

function foldedPath(path: string): string {
  return path.normalize('NFKC').toLowerCase();
}
