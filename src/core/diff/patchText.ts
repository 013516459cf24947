import type { SourceFile } from '../task.ts';
import { hunksByPath } from './compose.ts';
import type { Hunk } from './hunk.ts';
import { patchBody } from './patchBody.ts';

/** What is written in place of a file's name where there is no file. */
const noFile = '/dev/null';

/**
 * Hunks as one patch in git's own format that `git apply` takes, for people to carry elsewhere: changed, created,
 * deleted and renamed files. They may come in any order but must not collide. '' when there is nothing to change.
 */
export function patchText(files: readonly SourceFile[], hunks: readonly Hunk[]): string {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const patches = [...hunksByPath(hunks)].map(([path, own]) => patchOfFile(path, texts.get(path) ?? '', own));
  return patches.join('');
}

/** The headers are those of git-diff's documentation, "Generating patch text with -p". */
function patchOfFile(path: string, base: string, hunks: readonly Hunk[]): string {
  const whole = hunks.find((hunk) => hunk.change !== 'edit');
  const newPath = whole?.newPath ?? path;
  const body = patchBody(
    base,
    hunks.filter((hunk) => hunk.change !== 'rename'),
  );
  if (body === '' && whole === undefined) {
    return '';
  }
  const header = [`diff --git ${quoted(`a/${path}`)} ${quoted(`b/${newPath}`)}`];
  switch (whole?.change) {
    case 'create':
      header.push('new file mode 100644');
      break;
    case 'delete':
      header.push('deleted file mode 100644');
      break;
    case 'rename':
      if (body === '') {
        header.push('similarity index 100%');
      }
      header.push(`rename from ${quoted(path)}`, `rename to ${quoted(newPath)}`);
      break;
  }
  if (body !== '') {
    header.push(`--- ${whole?.change === 'create' ? noFile : nameInHeader(`a/${path}`)}`);
    header.push(`+++ ${whole?.change === 'delete' ? noFile : nameInHeader(`b/${newPath}`)}`);
  }
  return `${header.join('\n')}\n${body}`;
}

/** A tab ends a name with blanks, as git writes it, so that nothing behind a blank is taken for a date. */
function nameInHeader(path: string): string {
  const name = quoted(path);
  return name === path && path.includes(' ') ? `${name}\t` : name;
}

/** A path as a C string where git could not read it else. Letters of any script stay as they are. */
function quoted(path: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: just these have to be escaped.
  const special = /["\\\u0000-\u001f\u007f]/g;
  const escaped = path.replace(special, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(8).padStart(3, '0');
    return character === '"' || character === '\\' ? `\\${character}` : `\\${code}`;
  });
  return escaped === path ? path : `"${escaped}"`;
}
