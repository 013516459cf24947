import type { PathRefusal } from '../failure.ts';
import { isBlocked } from './protectedPaths.ts';
import { looksSecret } from './secretPaths.ts';

const longestPath = 1000;
/** Control, formatting (bidirectional, zero-width) and private characters, lone surrogates, line separators. */
const unseenCharacter = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
/** Not possible in names on Windows; a colon opens an alternate data stream there. */
const impossibleCharacter = /[<>:"|?*]/;
/** A dot, slash, backslash, colon or NUL in percent-encoding. */
const encodedCharacter = /%(?:2e|2f|5c|3a|00)/i;
/** Names that Windows takes for devices whatever their extension. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$|clock\$)\s*(?:\.|$)/;
/** Windows' short form of a long name, such as `GIT~1`. */
const shortName = /~\d/;

/** A path as a model wrote it, with forward slashes and without `./`. Says nothing about whether it is allowed. */
export function normalizedPath(written: string): string {
  return written
    .replaceAll('\\', '/')
    .replace(/(?<=.)\/{2,}/g, '/')
    .replace(/(?<=\/)(?:\.\/)+/g, '')
    .replace(/^(?:\.\/+)+/, '');
}

/** Whether a path starts at a root, a drive or a network host instead of a workspace folder. Takes forward slashes. */
export function isAbsolutePath(path: string): boolean {
  return path.startsWith('/') || /^[a-z]:/i.test(path);
}

/**
 * Whether a file of that path, relative to a workspace folder, may be made by a model: the normalised path, or why not.
 * Judges the name alone; that no symbolic link leads elsewhere is for whoever writes to find out, just before writing.
 * Files that the person put into the task themselves need not pass.
 */
export function checkPath(written: string): { readonly path: string } | PathRefusal {
  const path = normalizedPath(written);
  if (path === '' || path.length > longestPath || unseenCharacter.test(written)) {
    return 'malformed';
  }
  if (isAbsolutePath(path)) {
    return 'outside-workspace';
  }
  const folded = path.normalize('NFKC').toLowerCase();
  const segments = folded.split('/');
  if (segments.includes('..')) {
    return 'outside-workspace';
  }
  if (segments.length !== path.split('/').length || encodedCharacter.test(folded) || path.startsWith('~')) {
    return 'malformed';
  }
  if (segments.some(isImpossibleName)) {
    return 'malformed';
  }
  if (isBlocked(folded)) {
    return 'protected';
  }
  return looksSecret(folded) ? 'secret' : { path };
}

function isImpossibleName(name: string): boolean {
  return (
    name === '' ||
    name.startsWith(' ') ||
    /[. ]$/.test(name) ||
    impossibleCharacter.test(name) ||
    name.includes('\\') ||
    deviceName.test(name) ||
    shortName.test(name)
  );
}
