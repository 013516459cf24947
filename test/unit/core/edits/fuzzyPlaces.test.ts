import assert from 'node:assert/strict';
import { fuzzyPlaces } from '../../../../src/core/edits/fuzzyPlaces.ts';
import { LineIndex } from '../../../../src/core/edits/lineIndex.ts';
import { applyEdit, createOverlay, overlayChanges } from '../../../../src/core/edits/overlay.ts';
import { edited, sourceFile } from './sourceFiles.ts';

const code = [
  'export function totalOf(lines: readonly Line[]): number {',
  '  let sum = 0;',
  '  for (let index = 0; index <= lines.length; index++) {',
  '    sum += lines[index].price * lines[index].quantity;',
  '  }',
  '  return sum;',
  '}',
];

describe('fuzzyPlaces', () => {
  it('finds a block of which a few characters differ', () => {
    const block = ['  for (let index = 0; index <= lines.length; index += 1) {', code[3] ?? ''];
    assert.deepEqual(
      fuzzyPlaces(new LineIndex(code), block).map(({ start, tier }) => [start, tier]),
      [[2, 'fuzzy']],
    );
  });

  it('finds a single line of which nothing else stands beside it', () => {
    assert.deepEqual(
      fuzzyPlaces(new LineIndex(code), ['  for (let index = 0; index < lines.length; index++) {']).map(
        ({ start }) => start,
      ),
      [2],
    );
  });

  it('names all places that are about as good', () => {
    const twice = [...code, '', ...code];
    const block = ['    sum += lines[index].price * lines[index].amount;'];
    assert.deepEqual(
      fuzzyPlaces(new LineIndex(twice), block).map(({ start }) => start),
      [],
    );
    const near = ['    sum += lines[index].price * lines[index].quantitys;'];
    assert.deepEqual(
      fuzzyPlaces(new LineIndex(twice), near).map(({ start }) => start),
      [3, 11],
    );
  });

  it('finds the likest of many lines, wherever it is', () => {
    const many = Array.from({ length: 3000 }, (_, index) => `  await step(${index}, 'left ${index % 7}', options);`);
    many[2500] = '  const total = rows.map((row) => row.price * row.count).reduce(add, 0);';
    many[10] = '  const total = rows.map((row) => row.size * row.length).reduce(add, 0);';
    const block = ['  const total = rows.map((row) => row.price * row.counts).reduce(add, 0);'];
    assert.deepEqual(
      fuzzyPlaces(new LineIndex(many), block).map(({ start }) => start),
      [2500],
    );
  });

  it('leaves alone a line that is like very many', () => {
    const many = Array.from({ length: 3000 }, (_, index) => `  await step(${index}, 'left', options);`);
    assert.deepEqual(fuzzyPlaces(new LineIndex(many), ["  await step(12x, 'left', options);"]), []);
  });

  it('leaves alone what is too short or too different', () => {
    assert.deepEqual(fuzzyPlaces(new LineIndex(code), ['  }']), []);
    assert.deepEqual(fuzzyPlaces(new LineIndex(code), ['  let sun = 0']), []);
    assert.deepEqual(fuzzyPlaces(new LineIndex(code), ['  return Math.max(...values) / count;']), []);
    assert.deepEqual(fuzzyPlaces(new LineIndex([]), code), []);
  });

  it('keeps the file’s own lines, indents the new ones, and says so', () => {
    const text = `${code.join('\n')}\n`;
    const diff = [
      '@@',
      ' for (let index = 0; index <= lines.length; index += 1) {',
      '-  sum += lines[index].price * lines[index].quantity;',
      '+  sum += lines[index].total;',
    ].join('\n');
    const result = edited(text, { kind: 'patch', path: 'src/a.ts', diff });
    assert.deepEqual(result.outcome, { kind: 'landed', path: 'src/a.ts', tier: 'fuzzy', failures: [] });
    assert.equal(result.text, text.replace(code[3] ?? '', '    sum += lines[index].total;'));
  });

  it('gives only the lines that were loosely placed a loose tier, also after further edits', () => {
    const text = `${code.join('\n')}\n`;
    const diff = [
      '@@',
      '-  for (let index = 0; index <= lines.length; index += 1) {',
      '+  for (let index = 0; index < lines.length; index++) {',
      '@@',
      '-  return sum;',
      '+  return sum / 100;',
    ].join('\n');
    const start = createOverlay([sourceFile(text)]);
    const patched = applyEdit(start, { kind: 'patch', path: 'src/a.ts', diff }).overlay;
    const later = applyEdit(patched, { kind: 'insert', path: 'src/a.ts', afterLine: 0, text: '// first\n' }).overlay;
    const tiers = overlayChanges(later).flatMap(({ changes }) => changes.map(({ newStart, tier }) => [newStart, tier]));
    assert.deepEqual(tiers, [
      [0, 'exact'],
      [3, 'fuzzy'],
      [6, 'exact'],
    ]);
  });

  it('gives a loosely placed deletion its tier', () => {
    const text = `${code.join('\n')}\n`;
    const diff = '@@\n-  for (let index = 0; index <= lines.length; index += 1) {\n';
    const { overlay } = applyEdit(createOverlay([sourceFile(text)]), { kind: 'patch', path: 'src/a.ts', diff });
    assert.deepEqual(
      overlayChanges(overlay).flatMap(({ changes }) => changes.map(({ tier }) => tier)),
      ['fuzzy'],
    );
  });

  it('lands 200 sections in a file of 10,000 lines', () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, index) => `const value${index} = compute(${index}, 'name ${index}');`,
    );
    const sections = Array.from({ length: 200 }, (_, index) => {
      const line = index * 50;
      return `@@\n ${lines[line]}\n-${(lines[line + 1] ?? '').replace('compute', 'computes')}\n+const changed${index} = 1;`;
    });
    const result = edited(`${lines.join('\n')}\n`, { kind: 'patch', path: 'src/a.ts', diff: sections.join('\n') });
    assert.deepEqual(result.outcome, { kind: 'landed', path: 'src/a.ts', tier: 'fuzzy', failures: [] });
    assert.equal(result.text?.match(/const changed\d+ = 1;/g)?.length, 200);
  });
});
