/**
 * How the indentation of a block as a model wrote it differs from that of the same block in the file: `written` turns
 * into `actual` at the start of every line. With a unit, that many spaces and one tab stand for each other besides.
 */
export interface IndentShift {
  readonly written: string;
  readonly actual: string;
  readonly unit: { readonly spaces: number; readonly fileHas: 'tabs' | 'spaces' } | null;
}

const units = [2, 4, 8, 3] as const;

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
  for (const fileHas of ['tabs', 'spaces'] as const) {
    for (const spaces of units) {
      const shift: IndentShift = { written: '', actual: '', unit: { spaces, fileHas } };
      if (explainsAll(shift)) {
        return shift;
      }
    }
  }
  return explainsAll(constant) ? constant : null;
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
  if (!indent.startsWith(shift.written)) {
    return null;
  }
  const rest = indent.slice(shift.written.length);
  return shift.actual + (shift.unit === null ? rest : converted(rest, shift.unit));
}

function converted(indent: string, unit: NonNullable<IndentShift['unit']>): string {
  const spaces = ' '.repeat(unit.spaces);
  return unit.fileHas === 'tabs' ? indent.replaceAll(spaces, '\t') : indent.replaceAll('\t', spaces);
}
