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

/** A text and another one made from it by changing some lines. */
export function editedPair(text: fc.Arbitrary<string>): fc.Arbitrary<readonly [string, string]> {
  const edits = fc.array(fc.tuple(fc.nat(30), fc.nat(3), fc.array(lineText, { maxLength: 3 })), { maxLength: 4 });
  return fc.oneof(
    fc.tuple(text, text),
    fc.tuple(text, edits).map(([base, changes]) => {
      const ending = base.includes('\r\n') ? '\r\n' : '\n';
      const lines = base.split(/(?<=\n)/);
      for (const [at, removed, added] of changes) {
        lines.splice(Math.min(at, lines.length), removed, ...added.map((line) => line + ending));
      }
      return [base, lines.join('')] as const;
    }),
  );
}
