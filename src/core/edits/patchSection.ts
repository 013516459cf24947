import type { MalformedCall } from './toolCall.ts';

/** One line of a section, without its prefix. */
interface PatchLine {
  readonly kind: 'keep' | 'remove' | 'add';
  readonly text: string;
}

/** One place of a file to change: what leads there, and what to do. */
export interface PatchSection {
  /** 1-based, in the order of the patch. */
  readonly number: number;
  /** Lines to pass on the way, outermost first. */
  readonly anchors: readonly string[];
  readonly lines: readonly PatchLine[];
  /** Whether the section says that its lines are the file's last ones. */
  readonly endsFile: boolean;
}

/**
 * Reads the body of an update in V4A: sections that begin with any number of `@@ anchor` lines and go on with lines
 * prefixed by a blank (kept), `-` (removed) or `+` (added). The first section may go without `@@`; an empty line is
 * an empty kept one. Unified diff's own headers and line numbers are passed over, since models mix the two up.
 */
export function readPatchSections(diff: string): readonly PatchSection[] | MalformedCall {
  const sections: PatchSection[] = [];
  let anchors: string[] = [];
  let lines: PatchLine[] = [];
  const close = (endsFile: boolean): void => {
    if (lines.length > 0 || (endsFile && anchors.length > 0)) {
      sections.push({ number: sections.length + 1, anchors, lines, endsFile });
      anchors = [];
      lines = [];
    }
  };
  for (const [index, line] of patchLines(diff).entries()) {
    if (line.startsWith('@@')) {
      close(false);
      anchors.push(...anchorOf(line));
    } else if (line.trimEnd() === '*** End of File') {
      close(true);
    } else if (line.startsWith('\\ No newline')) {
    } else {
      const read = readLine(line);
      if (read === null) {
        return malformed(`Line ${index + 1} of the diff begins with none of " ", "-", "+" and "@@": ${line}`);
      }
      lines.push(read);
    }
  }
  close(false);
  return sections.length > 0
    ? sections
    : malformed('The diff changes nothing: it has no line beginning with "-" or "+".');
}

/** The lines that a section expects in the file: kept and removed ones. */
export function oldLinesOf(section: PatchSection): readonly string[] {
  return section.lines.filter((line) => line.kind !== 'add').map((line) => line.text);
}

/** A section as a model writes it. */
export function sectionText(section: PatchSection): string {
  const prefixes = { keep: ' ', remove: '-', add: '+' } as const;
  const anchors = section.anchors.length === 0 ? ['@@'] : section.anchors.map((anchor) => `@@ ${anchor}`);
  const lines = section.lines.map(({ kind, text }) => prefixes[kind] + text);
  return [...anchors, ...lines, ...(section.endsFile ? ['*** End of File'] : [])].join('\n');
}

/** The lines of a diff without a last empty one and without the two file headers of a unified diff. */
export function patchLines(diff: string): readonly string[] {
  const lines = diff.split(/\r\n|\n/);
  if (lines.at(-1) === '') {
    lines.pop();
  }
  const hasHeaders = /^--- \S/.test(lines[0] ?? '') && /^\+\+\+ \S/.test(lines[1] ?? '');
  return hasHeaders ? lines.slice(2) : lines;
}

/** A call that makes no sense, and why. */
export function malformed(reason: string): MalformedCall {
  return { kind: 'malformed', reason };
}

/** `@@ -1,2 +1,2 @@ text` is unified diff's way to say `@@ text`; the numbers are not to be trusted. */
function anchorOf(line: string): readonly string[] {
  const anchor = line
    .slice(2)
    .replace(/^ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@/, '')
    .replace(/^ /, '')
    .replace(/ @@$/, '');
  return anchor.trim() === '' ? [] : [anchor];
}

function readLine(line: string): PatchLine | null {
  const text = line.slice(1);
  switch (line[0]) {
    case undefined:
      return { kind: 'keep', text: '' };
    case ' ':
      return { kind: 'keep', text };
    case '-':
      return { kind: 'remove', text };
    case '+':
      return { kind: 'add', text };
    // No prefix is a tab, so this is a kept line that lost its blank; it still has to be found in the file.
    case '\t':
      return { kind: 'keep', text: line };
    default:
      return null;
  }
}
