import type { FileEdit } from '../../../src/core/edits/toolCall.ts';
import { answerReply, errorReply } from '../../wire/replies.ts';
import type { WireReply } from '../../wire/wireReply.ts';

/** What both models answer in one picture. */
export interface ScreenAnswers {
  readonly left: WireReply;
  readonly right: WireReply;
}

const path = 'src/basket.ts';

const leftEdit: FileEdit = {
  kind: 'patch',
  path,
  diff: [
    '@@',
    '   let sum = 0;',
    '-  for (let i = 0; i <= lines.length; i++) {',
    '+  for (let i = 0; i < lines.length; i++) {',
    '     sum += lines[i].price * lines[i].quantity;',
    '@@ export function deliveryFee(total: number, delivery: Delivery): number {',
    "-  if (delivery === 'standard' && total >= freeFrom) {",
    "+  if (delivery === 'standard' && Number.isFinite(total) && total >= freeFrom) {",
    '     return 0;',
    '',
  ].join('\n'),
};

const rightEdits: readonly FileEdit[] = [
  {
    kind: 'replace',
    path,
    oldText:
      '  let sum = 0;\n  for (let i = 0; i <= lines.length; i++) {\n    sum += lines[i].price * lines[i].quantity;\n  }\n  return sum;\n',
    newText: '  return lines.reduce((sum, line) => sum + line.price * line.quantity, 0);\n',
  },
  {
    kind: 'replace',
    path,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is code that a model wrote.
    oldText: '  return `${((total + deliveryFee(total, delivery)) / 100).toFixed(2)} €`;\n',
    newText:
      "  const due = (total + deliveryFee(total, delivery)) / 100;\n  return new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' }).format(due);\n",
  },
];

const leftProse =
  'The loop runs one step too far: at `i = lines.length` the element is `undefined`, so reading its price throws before a total is ever returned.\n\nI also made `deliveryFee` ignore totals that are not numbers.';
const rightProse =
  'Off by one in the loop bound. Since the body only sums, a `reduce` says it without an index to get wrong. `amountDue` formatted money by hand; it now leaves that to `Intl.NumberFormat`.';

/** Two answers that overlap in one place and stand alone in others. */
export const conflicting: ScreenAnswers = {
  left: answerReply({
    model: 'gpt-5.5-2026-04-23',
    prose: leftProse,
    edits: [leftEdit],
    usage: {
      input_tokens: 12_012,
      input_tokens_details: { cached_tokens: 8000 },
      output_tokens: 500,
      output_tokens_details: { reasoning_tokens: 120 },
      total_tokens: 12_512,
    },
  }),
  right: answerReply({
    thinking: 'The bound is inclusive. Let me see what else divides by a hundred.',
    prose: rightProse,
    edits: rightEdits,
    usage: {
      input_tokens: 1514,
      cache_read_input_tokens: 2048,
      cache_creation_input_tokens: 6100,
      output_tokens: 612,
    },
  }),
};

/** Both under way for as long as anybody looks: one thinks aloud, the other is in the middle of a sentence. */
export const streaming: ScreenAnswers = {
  left: answerReply(
    { prose: leftProse, edits: [leftEdit] },
    { faults: [{ kind: 'cut', afterEvents: 34, followedBy: 'stall' }] },
  ),
  right: answerReply(
    { thinking: 'The `reduce` would be shorter, but is it clearer? Let me look at the callers.', prose: rightProse },
    { faults: [{ kind: 'cut', afterEvents: 10, followedBy: 'stall' }] },
  ),
};

/** One that the provider turns away, and one that breaks off. */
export const failing: ScreenAnswers = {
  left: errorReply('openai', 401, { type: 'invalid_request_error', message: 'No.', code: 'invalid_api_key' }),
  right: answerReply({ prose: rightProse }, { faults: [{ kind: 'cut', afterEvents: 12, followedBy: 'end' }] }),
};

/** Both have to wait for so long that somebody can look at it. */
export const waiting: ScreenAnswers = {
  left: errorReply('openai', 429, { type: 'tokens', message: 'Slow down.' }, { 'retry-after': '50' }),
  right: errorReply('anthropic', 429, { type: 'rate_limit_error', message: 'Slow down.' }, { 'retry-after': '50' }),
};

/** Answers in prose, with everything that markdown can do. */
export const explaining: ScreenAnswers = {
  left: answerReply({
    prose: [
      'Prices are in **cents**, so nothing is ever rounded while it is summed.',
      '',
      '- `BasketLine.price` is an integer,',
      '- `amountDue` divides by a hundred at the very end.',
      '',
      '```typescript',
      'const due = (total + deliveryFee(total, delivery)) / 100;',
      "return due.toFixed(2) + ' €';",
      '```',
      '',
      '| place | unit |',
      '| --- | --- |',
      '| `price` | cents |',
      '| `amountDue` | euros |',
      '',
      'See [how money is kept](https://example.com/money).',
    ].join('\n'),
  }),
  right: answerReply({
    prose:
      '### In short\n\nIntegers of cents, and one division when it is shown.\n\n1. `OrderStore` keeps what was asked for.\n2. `Delivery` decides on a fee, also in cents.\n\n> A `number` is exact up to 2^53, which is ninety trillion euros.',
  }),
};
