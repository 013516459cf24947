/** How many spaces one tab stands for, and which of the two the file has. */
interface IndentUnit {
  readonly spaces: number;
  readonly fileHas: 'tabs' | 'spaces';
}

/**
 * How the indentation of a block as a model wrote it differs from that of the same block in the file: with the unit, if
 * any, tabs and spaces are first turned into what the file has; then `written` at the start of every line becomes `actual`.
 */
export interface IndentShift {
  readonly written: string;
  readonly actual: string;
  readonly unit: IndentUnit | null;
}

const units: readonly IndentUnit[] = [4, 2, 8, 3].flatMap((spaces): readonly IndentUnit[] => [
  { spaces, fileHas: 'tabs' },
  { spaces, fileHas: 'spaces' },
]);

/**
 * The one shift that explains all lines of a block, or null when there is none: the lines differ by more than
 * a constant amount of indentation.
 *
 * @param written the block as the model wrote it
 * @param actual as many lines of the file, equal but for white space at their ends
 */
export function indentShiftOf(written: readonly string[], actual: readonly string[]): IndentShift | null {
  const pairs = written.flatMap((line, index): readonly (readonly [string, string])[] =>
    line.trim() === '' ? [] : [[indentOf(line), indentOf(actual[index] ?? '')]],
  );
  const first = pairs[0];
  if (first === undefined) {
    return null;
  }
  const explainsAll = (shift: IndentShift): boolean => pairs.every(([from, to]) => shiftedIndent(from, shift) === to);
  const constant = constantShift(first);
  // One tab for four spaces is a constant too, but deeper lines would then get a mixture.
  const isMixture = /\t/.test(constant.written + constant.actual) && / /.test(constant.written + constant.actual);
  if (!isMixture && explainsAll(constant)) {
    return constant;
  }
  const bare = units.map((unit): IndentShift => ({ written: '', actual: '', unit }));
  const moved = units.map((unit): IndentShift => ({ ...constantShift([converted(first[0], unit), first[1]]), unit }));
  return [...bare, ...moved, constant].find(explainsAll) ?? null;
}

/** A line that the model wrote, with the file's indentation; null when it has less than the shift takes away. */
export function shiftedLine(line: string, shift: IndentShift): string | null {
  if (line.trim() === '') {
    return line;
  }
  const indent = indentOf(line);
  const shifted = shiftedIndent(indent, shift);
  return shifted === null ? null : shifted + line.slice(indent.length);
}

function indentOf(line: string): string {
  return line.slice(0, line.length - line.trimStart().length);
}

/** What is left of both indents once their common end is taken off. */
function constantShift([from, to]: readonly [string, string]): IndentShift {
  let common = 0;
  while (common < from.length && common < to.length && from.at(-1 - common) === to.at(-1 - common)) {
    common++;
  }
  return { written: from.slice(0, from.length - common), actual: to.slice(0, to.length - common), unit: null };
}

function shiftedIndent(indent: string, shift: IndentShift): string | null {
  const own = shift.unit === null ? indent : converted(indent, shift.unit);
  return own.startsWith(shift.written) ? shift.actual + own.slice(shift.written.length) : null;
}

function converted(indent: string, unit: IndentUnit): string {
  const spaces = ' '.repeat(unit.spaces);
  return unit.fileHas === 'tabs' ? indent.replaceAll(spaces, '\t') : indent.replaceAll('\t', spaces);
}
