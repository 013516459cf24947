/** A growing markdown text, cut into blocks that will not change any more and the one that may. */
export interface MarkdownBlocks {
  /** Each can be rendered by itself and gives what it would give within the whole. */
  readonly finished: readonly string[];
  /** What comes after them; still growing. */
  readonly tail: string;
  /** The language of the code fence that the tail is inside of, when the tail is nothing else; null otherwise. */
  readonly openFence: { readonly language: string; readonly code: string } | null;
}

/** Nothing written yet. */
export const noBlocks: MarkdownBlocks = { finished: [], tail: '', openFence: null };

const fenceStart = /^ {0,3}(`{3,}|~{3,})([^\n]*)$/;
const listItem = /^ {0,3}(?:[-+*]|\d{1,9}[.)])(?:\s|$)/;
const indented = /^(?: {2,}|\t)/;

/**
 * The blocks after some text was added. Only the tail is read again, so a long answer costs no more per addition than a
 * short one. Line endings must be LF already.
 */
export function growBlocks(blocks: MarkdownBlocks, added: string): MarkdownBlocks {
  const text = blocks.tail + added;
  const lines = text.split('\n');
  const finished: string[] = [];
  let block: string[] = [];
  let fence: string | null = null;
  let inList = false;
  let afterBlank = false;
  lines.forEach((line, index) => {
    const isLast = index === lines.length - 1;
    if (fence !== null) {
      block.push(line);
      if (!isLast && closesFence(line, fence)) {
        fence = null;
        afterBlank = !inList;
      }
      return;
    }
    const blank = line.trim() === '';
    if (blank) {
      block.push(line);
      if (block.some((one) => one.trim() !== '')) afterBlank = true;
      return;
    }
    const goesOn = inList && (listItem.test(line) || indented.test(line) || isStartOfItem(line, isLast));
    const opening = fenceStart.exec(line);
    // A fence ends the paragraph before it, wherever it stands, but within a list it belongs to the item.
    const cut = (afterBlank && !goesOn) || (opening !== null && !inList && !isLast && block.length > 0);
    if (cut && !(isLast && isUndecided(line))) {
      finished.push(block.join('\n'));
      block = [];
      inList = false;
    }
    if (block.every((one) => one.trim() === '')) inList = listItem.test(line);
    else if (listItem.test(line)) inList = true;
    afterBlank = false;
    block.push(line);
    if (opening !== null && !isLast && !(opening[1]?.startsWith('`') === true && opening[2]?.includes('`') === true)) {
      fence = opening[1] ?? null;
    }
  });
  const tail = block.join('\n');
  return {
    finished: [...blocks.finished, ...finished],
    tail,
    openFence: fence === null ? null : openFenceOf(tail, fence),
  };
}

/** A last line that is all spaces so far may turn out to be anything. */
function isUndecided(line: string): boolean {
  return line.trim() === '';
}

/** The beginning of what may become a list marker, e.g. `1` or `-`. */
function isStartOfItem(line: string, isLast: boolean): boolean {
  return isLast && /^ {0,3}(?:[-+*]|\d{1,9}[.)]?)?$/.test(line);
}

function closesFence(line: string, fence: string): boolean {
  const trimmed = line.replace(/^ {0,3}/, '').trimEnd();
  return trimmed.length >= fence.length && [...trimmed].every((character) => character === fence[0]);
}

function openFenceOf(tail: string, fence: string): MarkdownBlocks['openFence'] {
  const lines = tail.split('\n');
  // The last line may close the fence although its own end has not come yet.
  if (lines.length > 1 && closesFence(lines.at(-1) ?? '', fence)) lines.splice(-1, 1, '');
  const opening = fenceStart.exec(lines[0] ?? '');
  if (opening === null) return null;
  return { language: languageOfFence(opening[2] ?? ''), code: lines.slice(1).join('\n') };
}

/** The language a fence names: the first word after the backticks. */
export function languageOfFence(information: string): string {
  return information.trim().split(/\s+/)[0]?.toLowerCase() ?? '';
}
