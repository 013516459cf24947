import type { ScriptedTask } from '../scriptedTask.ts';

/** A loop that runs one step too far. Anthropic's answer mends it too, but also changes when delivery is free. */
export const basket: ScriptedTask = {
  path: 'src/basket.ts',
  signature: ['for (let i = 0; i <= lines.length; i++) {', "if (delivery === 'standard' && total >= freeFrom) {"],
  fix: {
    openai: {
      thinking:
        'The total is a sum over the lines. The loop condition is `i <= lines.length`, so the last step reads one element past the end.',
      prose:
        'The loop in `basketTotal` takes one step too many: at `i = lines.length` there is no line, so reading its `price` fails and no basket has a total. The bound has to be `<`.',
      edits: [
        {
          kind: 'patch',
          diff: [
            '@@ export function basketTotal(lines: readonly BasketLine[]): number {',
            '   let sum = 0;',
            '-  for (let i = 0; i <= lines.length; i++) {',
            '+  for (let i = 0; i < lines.length; i++) {',
            '     sum += lines[i].price * lines[i].quantity;',
            '   }',
          ].join('\n'),
        },
      ],
    },
    anthropic: {
      thinking:
        'There is an off-by-one in the loop bound. The body only sums, so a reduce removes the index altogether. The delivery fee below compares with >=; let me look at that as well.',
      prose:
        'Off by one in the loop bound: the last step reads past the end of `lines`. Since the body only sums, a `reduce` says the same without an index to get wrong.\n\nI also noticed that `deliveryFee` lets an order of exactly 50 euros off its fee, and made that strict.',
      edits: [
        {
          kind: 'replace',
          oldText: [
            '  let sum = 0;',
            '  for (let i = 0; i <= lines.length; i++) {',
            '    sum += lines[i].price * lines[i].quantity;',
            '  }',
            '  return sum;',
          ].join('\n'),
          newText: '  return lines.reduce((sum, line) => sum + line.price * line.quantity, 0);',
        },
        { kind: 'replace', oldText: 'total >= freeFrom', newText: 'total > freeFrom' },
      ],
    },
  },
  ask: {
    openai:
      '`basketTotal` adds up price times quantity, `deliveryFee` adds a fee unless the goods reach 50 euros, and `amountDue` formats the sum. All amounts are whole cents until the last step, so nothing is lost to rounding. One thing to look at: the loop in `basketTotal` goes up to and including `lines.length`, which is one element past the end.',
    anthropic:
      'The file turns a basket into the amount that the customer pays, in three steps: goods, delivery, formatting. Amounts are integers in cents, which is the right choice for money.\n\nTwo remarks: `basketTotal` reads one element past the end of `lines`, and `amountDue` fixes both the currency and the decimal point, so another market would need its own.',
  },
  followUps: {
    openai: [
      {
        thinking: 'A check that runs the total over no lines, one line and several pieces.',
        prose:
          'Whatever you asked for, this is the one further turn that is written for this file: a small check of `basketTotal`, in a file of its own.',
        edits: [
          {
            kind: 'create',
            path: 'src/basket.check.ts',
            text: [
              "import { basketTotal } from './basket';",
              '',
              '/** Throws when a basket does not cost what its lines say. */',
              'export function checkBasketTotal(): void {',
              "  const tea = { product: 'tea', price: 350, quantity: 2 };",
              "  if (basketTotal([]) !== 0) throw new Error('An empty basket costs nothing.');",
              "  if (basketTotal([tea]) !== 700) throw new Error('Two teas cost two teas.');",
              '}',
              '',
            ].join('\n'),
          },
        ],
      },
    ],
    anthropic: [
      {
        thinking: 'The comment can say what the loop used to get wrong.',
        prose:
          'Whatever you asked for, this is the one further turn that is written for this file: the comment of `basketTotal` now says what an empty basket costs.',
        edits: [
          {
            kind: 'replace',
            oldText: '/** What the goods cost, in cents. */',
            newText: '/** What the goods cost, in cents; nothing for an empty basket. */',
          },
        ],
      },
    ],
  },
};
