import { malformed } from './patchSection.ts';
import { ProseEdits } from './proseEdits.ts';
import type { EditBatch, MalformedCall } from './toolCall.ts';

/** Whether a text has a whole patch in it. */
export function isPatchEnvelope(text: string): boolean {
  return /^\s*(?:apply_patch\s+)?["']?\*\*\* Begin Patch\s*$/m.test(text);
}

/** Reads a whole patch, whatever is wrapped around it: any number of files, each added, updated, moved or deleted. */
export function readPatchEnvelope(text: string): EditBatch | MalformedCall {
  if (!isPatchEnvelope(text)) {
    return malformed('A patch must begin with the line "*** Begin Patch" and end with "*** End Patch".');
  }
  const reader = new ProseEdits();
  reader.take(text);
  return reader.end() ?? malformed('The patch changes nothing: no file is named in it.');
}
