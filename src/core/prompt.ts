import type { ContextPiece } from './context.ts';
import type { Task, TaskKind, TextRange } from './task.ts';

/** What both models are sent, word for word the same. */
export interface Prompt {
  readonly system: string;
  readonly user: string;
}

/**
 * How much of the task's file goes along, in UTF-16 units: some 60,000 tokens of code. A larger file is cut to a window
 * of whole lines around the selection, and the model is told so.
 */
export const fileBudget = 240_000;

const systemByKind: Readonly<Record<TaskKind, string>> = {
  fix: [
    'You are a careful senior engineer. You are shown a file, part of which may be selected, and asked to fix what is wrong in it.',
    'First write the diagnosis in Markdown, in two or three sentences: what goes wrong, and why. Do not repeat the code there.',
    'Then make the change with your edit tool. Make the smallest change that really mends the cause; keep the style, names, indentation and comments of the file; leave unrelated code alone.',
    'Edit only files that you are shown, under the path that you are shown. If nothing needs to be changed, say why and make no edit.',
  ].join('\n'),
  ask: [
    'You are a careful senior engineer. You are shown a file, part of which may be selected, and asked a question about it.',
    'Answer in Markdown, to the point. Refer to code by names and line numbers rather than by repeating it.',
    'Use your edit tool only when the person asks for a change; then edit only files that you are shown, under the path that you are shown, and make the smallest change that does what is asked.',
  ].join('\n'),
};

/** The prompt for a task with the context pieces that the person left in. Line endings are LF throughout. */
export function buildPrompt(task: Task, pieces: readonly ContextPiece[]): Prompt {
  const sections = [
    `# Task\n\n${task.instruction}`,
    fileSection(task),
    ...selectionSection(task),
    ...contextSections(pieces),
  ];
  return { system: systemByKind[task.kind], user: `${sections.join('\n\n')}\n` };
}

/** 1-based first and last line that a range touches; a range that ends at a line's start does not touch that line. */
export function linesOfRange(text: string, range: TextRange): readonly [first: number, last: number] {
  const first = lineAt(text, range.start);
  const last = lineAt(text, range.end > range.start ? range.end - 1 : range.end);
  return [first, Math.max(first, last)];
}

function fileSection(task: Task): string {
  const { path, languageId, text } = task.file;
  const window = windowOf(text, task.selection);
  const extent =
    window.first === 1 && window.last === window.total
      ? ''
      : `\n\nThe file has ${window.total} lines; these are lines ${window.first} to ${window.last}.`;
  return `# File ${path}${extent}\n\n${fenced(window.text, languageId)}`;
}

function selectionSection(task: Task): readonly string[] {
  if (task.selection === null) return [];
  const { text, languageId } = task.file;
  const [first, last] = linesOfRange(text, task.selection);
  const where = first === last ? `line ${first}` : `lines ${first} to ${last}`;
  return [`# Selected: ${where}\n\n${fenced(text.slice(task.selection.start, task.selection.end), languageId)}`];
}

function contextSections(pieces: readonly ContextPiece[]): readonly string[] {
  return pieces.map((piece) => {
    const title = piece.kind === 'diagnostic' ? 'Problem' : 'Definition';
    return `# ${title}: ${piece.path}, line ${piece.line}\n\n${fenced(piece.text, piece.kind === 'definition' ? piece.languageId : '')}`;
  });
}

/** A fenced block whose fence is longer than any run of backticks inside, so that no content can close it. */
function fenced(text: string, languageId: string): string {
  const content = withLineFeeds(text);
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${languageId}\n${content}${content === '' || content.endsWith('\n') ? '' : '\n'}${fence}`;
}

function windowOf(text: string, selection: TextRange | null) {
  const content = withLineFeeds(text);
  const lines = content.split('\n');
  const total = content.endsWith('\n') ? lines.length - 1 : lines.length;
  if (content.length <= fileBudget) return { text: content, first: 1, last: total, total };
  const [selectedFirst, selectedLast] = selection === null ? [1, 1] : linesOfRange(text, selection);
  let first = selectedFirst;
  let last = selectedFirst;
  let size = (lines[first - 1] ?? '').length + 1;
  while (last < selectedLast && size < fileBudget) {
    size += (lines[last] ?? '').length + 1;
    last += 1;
  }
  // Grow in both directions by turns, so that the selection stands in the middle.
  for (let grew = true; grew; ) {
    grew = false;
    const above = first > 1 ? (lines[first - 2] ?? '').length + 1 : null;
    if (above !== null && size + above <= fileBudget) {
      first -= 1;
      size += above;
      grew = true;
    }
    const below = last < total ? (lines[last] ?? '').length + 1 : null;
    if (below !== null && size + below <= fileBudget) {
      last += 1;
      size += below;
      grew = true;
    }
  }
  return { text: `${lines.slice(first - 1, last).join('\n')}\n`, first, last, total };
}

function withLineFeeds(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (const ending of text.slice(0, offset).matchAll(/\r\n|\r|\n/g)) {
    // A slice that ends between CR and LF would count that line end although the offset still lies on it.
    if (ending[0] !== '\r' || text[ending.index + 1] !== '\n') line += 1;
  }
  return line;
}
