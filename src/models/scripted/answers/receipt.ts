import type { ScriptedTask } from '../scriptedTask.ts';

/**
 * A sum that forgets quantities, and a tax that is added rather than included. OpenAI's answer goes through all files
 * that the bug is in, with a new and a renamed one; Anthropic's keeps to one file, so that odd cents stay odd.
 */
export const receipt: ScriptedTask = {
  path: 'src/receipt.ts',
  signature: ['    total += price;', 'formatAmount(total * 0.19)'],
  fix: {
    openai: {
      reading: {
        thinking: 'The receipt formats amounts with a helper. How it rounds matters here, so I read it first.',
        prose: 'The amounts go through `formatAmount`, so I look at that first.',
        requests: [{ kind: 'view', path: 'src/format.ts', lines: null }],
      },
      thinking:
        'formatAmount drops a trailing zero: 1290 becomes 12.9. The total ignores quantity. Prices include tax, so the tax in a total is total * rate / (1 + rate), in whole cents.',
      prose:
        'Three things are wrong. The total adds each price once, whatever the quantity. The tax is worked out as if it came on top, though prices include it. And `formatAmount` writes 12.9 for 12.90.\n\nThe tax has a file of its own now, and `format.ts` is called `money.ts`, since amounts are all that it formats.',
      edits: [
        {
          kind: 'patch',
          diff: [
            '@@',
            "-import { formatAmount } from './format';",
            "+import { formatAmount } from './money';",
            " import type { Order } from './shop';",
            "+import { includedTax } from './tax';",
            ' ',
            '@@ export function receipt(order: Order): string {',
            `     lines.push(\`\${quantity} × \${product}\`);`,
            '-    total += price;',
            '+    total += price * quantity;',
            '   }',
            `   lines.push(\`Total: \${formatAmount(total)}\`);`,
            `-  lines.push(\`Including tax: \${formatAmount(total * 0.19)}\`);`,
            `+  lines.push(\`Including tax: \${formatAmount(includedTax(total))}\`);`,
            "   return lines.join('\\n');",
          ].join('\n'),
        },
        {
          kind: 'create',
          path: 'src/tax.ts',
          text: [
            'const rate = 0.19;',
            '',
            '/** The tax that an amount includes, in whole cents. */',
            'export function includedTax(amount: number): number {',
            '  return Math.round((amount * rate) / (1 + rate));',
            '}',
            '',
          ].join('\n'),
        },
        {
          kind: 'patch',
          path: 'src/format.ts',
          diff: [
            '*** Begin Patch',
            '*** Update File: src/format.ts',
            '*** Move to: src/money.ts',
            '@@ export function formatAmount(cents: number): string {',
            `-  return \`\${cents / 100} €\`;`,
            `+  return \`\${(cents / 100).toFixed(2)} €\`;`,
            ' }',
            '*** End Patch',
          ].join('\n'),
        },
      ],
    },
    anthropic: {
      reading: {
        thinking: 'Before I change how amounts are worked out, who else formats them, and what is in an order?',
        prose: 'I check where else amounts are formatted, and what an order holds.',
        requests: [
          { kind: 'search', text: 'formatAmount(', path: null },
          { kind: 'view', path: 'src/shop.ts', lines: [1, 15] },
        ],
      },
      thinking:
        'price is per piece, so the sum needs quantity. The total is gross: the tax in it is total - total / 1.19. An order also knows whether it is paid, and the heading could say so.',
      prose:
        'The sum leaves out the quantity, so three of something cost as much as one. And the tax is taken on top of prices that include it already: what is in the total is `total - total / 1.19`.\n\nWhile at it, I made the heading say whether the order is paid.',
      edits: [
        { kind: 'replace', oldText: '    total += price;', newText: '    total += price * quantity;' },
        {
          kind: 'replace',
          oldText: 'formatAmount(total * 0.19)',
          newText: 'formatAmount(total - total / 1.19)',
        },
        {
          kind: 'replace',
          oldText: `[\`Order \${order.id}\`]`,
          newText: `[\`Order \${order.id}\${order.paid ? ', paid' : ''}\`]`,
        },
      ],
    },
  },
  ask: {
    openai:
      '`receipt` lists the articles of an order, adds up what they cost and says how much tax that includes. Two of the numbers cannot be right: each price is added once, whatever the quantity, and 19 % of a total that includes tax is more than the tax in it.',
    anthropic:
      'The function builds the text line by line and formats amounts through `formatAmount`, which is a good place for it.\n\nI would write a test with two pieces of one article: the total would show at once that the quantity is missing from the sum.',
  },
};
