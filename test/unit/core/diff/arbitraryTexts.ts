import fc from 'fast-check';

const words = [
  '',
  'a',
  'b',
  'return x;',
  '}',
  '  }',
  '\tif (y) {',
  '    call("ü", 1)',
  '\u{1F600} smile',
  'é',
  '  ',
  'a b c',
];

/** A line's text out of few, so that texts have much in common. */
export const lineText = fc.constantFrom(...words);

const endings = ['\n', '\r\n', '\r'] as const;

function textOf(ending: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom('', '\uFEFF'), fc.array(fc.tuple(lineText, ending), { maxLength: 25 }), fc.boolean())
    .map(([mark, lines, isEnded]) => {
      const text = mark + lines.map(([line, end]) => line + end).join('');
      return isEnded ? text : text.replace(/(?:\r\n|\r|\n)$/, '');
    });
}

/** Texts with LF, CRLF or a mixture, tabs, astral characters, with and without byte order mark and final newline. */
export const anyText = fc.oneof(
  textOf(fc.constant('\n')),
  textOf(fc.constant('\r\n')),
  textOf(fc.constantFrom(...endings)),
);

/** Texts as git understands lines: LF or CRLF only. */
export const gitText = fc.oneof(
  textOf(fc.constant('\n')),
  textOf(fc.constant('\r\n')),
  textOf(fc.constantFrom('\n', '\r\n')),
);

/** Texts with LF of which no two lines are the same, with and without a final newline. */
export const distinctText = fc.tuple(fc.nat(25), fc.boolean()).map(([count, isEnded]) => {
  const lines = Array.from({ length: count }, (_, index) => `line ${index}`).join('\n');
  return isEnded && count > 0 ? `${lines}\n` : lines;
});

/** Where lines are replaced: at which line, how many, by which. */
type Edits = readonly (readonly [at: number, removed: number, added: readonly string[]])[];

const edits: fc.Arbitrary<Edits> = fc.array(fc.tuple(fc.nat(30), fc.nat(3), fc.array(lineText, { maxLength: 3 })), {
  maxLength: 4,
});

function edited(base: string, changes: Edits): string {
  const ending = base.includes('\r\n') ? '\r\n' : '\n';
  const lines = base === '' ? [] : base.split(/(?<=\n)/);
  for (const [at, removed, added] of changes) {
    lines.splice(Math.min(at, lines.length), removed, ...added.map((line) => line + ending));
  }
  return lines.join('');
}

/** A text and another one made from it by changing some lines, or an entirely different one. */
export function editedPair(text: fc.Arbitrary<string>): fc.Arbitrary<readonly [string, string]> {
  return fc.oneof(
    fc.tuple(text, text),
    fc.tuple(text, edits).map(([base, changes]) => [base, edited(base, changes)] as const),
  );
}

/** A text and two others that were made from it independently. */
export function forkedTexts(text: fc.Arbitrary<string>): fc.Arbitrary<readonly [string, string, string]> {
  return fc
    .tuple(text, edits, edits)
    .map(([base, left, right]) => [base, edited(base, left), edited(base, right)] as const);
}
