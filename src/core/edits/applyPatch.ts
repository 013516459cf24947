import { withLineEnding } from '../diff/lines.ts';
import { isRecord } from './isRecord.ts';
import { malformed, patchLines, readPatchSections } from './patchSection.ts';
import { normalizedPath } from './pathRules.ts';
import type { FileEdit, MalformedCall } from './toolCall.ts';

/**
 * Reads the `operation` of an `apply_patch_call` of OpenAI's Responses API: `create_file` and `update_file` with `path`
 * and `diff`, `delete_file` with `path`. The diff is headerless V4A; a whole `*** Begin Patch` around it is tolerated
 * as long as it is about the same file.
 */
export function readApplyPatchOperation(operation: unknown): FileEdit | MalformedCall {
  if (!isRecord(operation) || typeof operation.path !== 'string' || operation.path === '') {
    return malformed('The operation needs a path.');
  }
  const { type, path, diff } = operation;
  if (type === 'delete_file') {
    return { kind: 'delete', path };
  }
  if (type !== 'create_file' && type !== 'update_file') {
    return malformed('The type of the operation must be create_file, update_file or delete_file.');
  }
  if (typeof diff !== 'string') {
    return malformed(`The operation ${type} needs a diff.`);
  }
  const body = unwrapped(withLineEnding(diff, '\n'), path);
  if (typeof body !== 'string') {
    return body;
  }
  if (type === 'create_file') {
    return readCreated(path, body);
  }
  const sections = readPatchSections(body);
  return 'kind' in sections ? sections : { kind: 'patch', path, diff: body };
}

/** The text of some lines of a diff that creates a file, a blank last line included. */
export function addedText(path: string, diff: string): string | MalformedCall {
  const body = unwrapped(withLineEnding(`${diff}\n`, '\n'), path);
  return typeof body === 'string' ? addedLines(body) : body;
}

/** The diff without the envelope of a whole patch around it. */
function unwrapped(diff: string, path: string): string | MalformedCall {
  const lines = diff.split('\n');
  const isMarker = (line: string): boolean => /^\*\*\* (?:Begin Patch|End Patch|Add File: |Update File: )/.test(line);
  if (lines.some((line) => /^\*\*\* (?:Move to: |Delete File: )/.test(line))) {
    return malformed(
      'Renaming and deleting are no part of a diff. Create the new file and delete the old one instead.',
    );
  }
  const named = lines.flatMap((line) => /^\*\*\* (?:Add|Update) File: (.*)$/.exec(line)?.[1] ?? []);
  if (named.length > 1 || named.some((name) => normalizedPath(name.trim()) !== normalizedPath(path))) {
    return malformed('One operation can change one file only, the one that its path names.');
  }
  return lines.filter((line) => !isMarker(line)).join('\n');
}

/** The format cannot say that a file does not end with a newline, so every created file does. */
function readCreated(path: string, diff: string): FileEdit | MalformedCall {
  const text = addedLines(diff);
  if (typeof text !== 'string') {
    return text;
  }
  // Models write a last blank line for the newline at the end of the line before it.
  return { kind: 'create', path, text: text === '\n' || text.endsWith('\n\n') ? text.slice(0, -1) : text };
}

function addedLines(diff: string): string | MalformedCall {
  const lines = patchLines(diff).filter((line) => !/^@@|^\*\*\* End of File\s*$|^\\ No newline/.test(line));
  const wrong = lines.find((line) => line !== '' && !line.startsWith('+'));
  return wrong === undefined
    ? lines.map((line) => `${line.slice(1)}\n`).join('')
    : malformed(`Every line of a created file must begin with "+". This one does not: ${wrong}`);
}
