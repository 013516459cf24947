const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * For each line of a compiled text the line of the file that it was made of, 1-based; null for what the compiler added.
 * https://tc39.es/ecma426/#sec-mappings
 *
 * @param mappings of a source map with one source
 */
export function originalLines(mappings: string): readonly (number | null)[] {
  let line = 0;
  return mappings.split(';').map((segments) => {
    let first: number | null = null;
    for (const segment of segments.split(',')) {
      // Column, source, line, column: each the difference to the one before.
      const [, , change] = decoded(segment);
      if (change === undefined) continue;
      line += change;
      first ??= line + 1;
    }
    return first;
  });
}

/** Numbers in groups of five bits, the lowest first; the lowest of all is the sign. */
function decoded(segment: string): readonly number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of segment) {
    const bits = digits.indexOf(digit);
    value += (bits & 31) << shift;
    shift += 5;
    if (bits >= 32) continue;
    numbers.push(value & 1 ? -(value >>> 1) : value >>> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
