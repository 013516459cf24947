import type { Hunk } from '../../../src/core/diff/hunk.ts';
import { diffLines } from '../../../src/core/diff/lineDiff.ts';
import type { Side } from '../../../src/core/side.ts';
import { noCost } from '../../../src/core/spend/cost.ts';
import { noUsage } from '../../../src/core/spend/usage.ts';
import type { ComparisonView, SideView } from '../../../src/shared/comparisonView.ts';
import { englishTexts } from '../englishTexts.ts';

/** The file that most pictures are about. */
export const basket = `import { priceOf } from './prices';

export interface Line { price: number; quantity: number; article: string; }

export function totalOf(lines: readonly Line[]): number {
  let sum = 0;
  for (let i = 0; i <= lines.length; i++) {
    sum += lines[i].price * lines[i].quantity;
  }
  return sum;
}

export function describe(lines: readonly Line[]): string {
  return lines.map((line) => \`\${line.quantity} × \${line.article}\`).join(', ');
}

/** Prices change at midnight, so a basket is priced again when it is opened. */
export async function reprice(lines: Line[]): Promise<void> {
  for (const line of lines) {
    line.price = await priceOf(line.article);
  }
}

export function isEmpty(lines: readonly Line[]): boolean {
  return lines.length == 0;
}
`;

export const leftBasket = basket
  .replace('i <= lines.length', 'i < lines.length')
  .replace('lines.length == 0', 'lines.length === 0');

const rightBasket = basket
  .replace(
    / {2}let sum = 0;[\s\S]*?return sum;\n/,
    '  return lines.reduce((sum, line) => sum + line.price * line.quantity, 0);\n',
  )
  .replace('lines.length == 0', 'lines.length === 0')
  .replace(
    / {2}for \(const line of lines\) \{\n {4}line.price = await priceOf\(line.article\);\n {2}\}\n/,
    '  await Promise.all(\n    lines.map(async (line) => {\n      line.price = await priceOf(line.article);\n    }),\n  );\n',
  );

/** Hunks as the host mints them. */
export function hunksOf(side: Side, base: string, next: string, path = 'src/basket.ts'): readonly Hunk[] {
  return diffLines(base, next).map((change, index) => ({
    ...change,
    id: `${side}-1-${index + 1}`,
    path,
    change: base === '' ? 'create' : 'edit',
    newPath: null,
    tier: 'exact',
    edited: false,
  }));
}

const start = Date.UTC(2026, 10, 22, 9, 0, 0);

/** A side that has not been asked. */
export function waitingSide(side: Side): SideView {
  return {
    side,
    label: side === 'left' ? 'GPT-5.5' : 'Claude Opus 4.7',
    effort: side === 'left' ? 'medium' : 'high',
    attempt: 1,
    turn: 1,
    instruction: null,
    earlier: [],
    readings: [],
    prose: '',
    thinking: '',
    model: side === 'left' ? 'gpt-5.5' : 'claude-opus-4-7',
    modelIsConfirmed: false,
    status: 'waiting',
    growing: null,
    hunks: [],
    acceptable: false,
    mismatches: [],
    failure: null,
    failureKind: null,
    retry: null,
    requests: 1,
    usage: noUsage,
    usageIsFinal: false,
    cost: noCost,
    terms: null,
    prices: null,
    startedAt: null,
    firstTokenAt: null,
    endedAt: null,
  };
}

/** GPT-5.5, done. */
export const leftDone: SideView = {
  ...waitingSide('left'),
  model: 'gpt-5.5-2026-04-23',
  modelIsConfirmed: true,
  status: 'done',
  acceptable: true,
  thinking:
    'The user asks why the total is `NaN`. Let me look at the loop bound first.\n\nIt runs to `i <= lines.length`.',
  prose:
    'The loop runs one step too far: at `i = lines.length` the element is `undefined`, so reading its price throws or, with optional chaining, gives `NaN`, which poisons the sum.\n\nI also made the comparison in `isEmpty` strict.',
  hunks: hunksOf('left', basket, leftBasket),
  usage: { ...noUsage, uncachedInput: 4012, cacheRead: 8000, output: 500, reasoning: 120 },
  usageIsFinal: true,
  cost: { kind: 'exact', nanoDollars: 39_000_000 },
  startedAt: start,
  firstTokenAt: start + 1200,
  endedAt: start + 9400,
};

/** Claude Opus 4.7, done. */
export const rightDone: SideView = {
  ...waitingSide('right'),
  modelIsConfirmed: true,
  status: 'done',
  acceptable: true,
  prose:
    'Off by one in the loop bound. Since the body only sums, a `reduce` says it without an index to get wrong. `reprice` awaited each price in turn; the requests are independent, so they now run together.',
  hunks: hunksOf('right', basket, rightBasket),
  usage: { ...noUsage, uncachedInput: 1514, cacheRead: 2048, cacheWrite5m: 6100, output: 612 },
  usageIsFinal: true,
  cost: { kind: 'exact', nanoDollars: 61_900_000 },
  startedAt: start,
  firstTokenAt: start + 600,
  endedAt: start + 12_700,
};

/** The whole panel around two sides. */
export function viewOf(left: SideView, right: SideView, rest: Partial<ComparisonView> = {}): ComparisonView {
  return {
    comparisonId: 'gallery',
    phase: 'open',
    task: {
      kind: 'fix',
      path: 'src/basket.ts',
      lines: [5, 11],
      instruction: 'Why is the total NaN for a full basket?',
      target: null,
      scripted: false,
    },
    left,
    right,
    baseFiles: [{ path: 'src/basket.ts', languageId: 'typescript', text: basket }],
    choices: {},
    driftedHunks: [],
    conflicts: [],
    notice: null,
    request: {
      pieces: [
        {
          id: 'one',
          title: 'Error on line 8: Object is possibly undefined',
          path: 'src/basket.ts',
          line: 8,
          text: "src/basket.ts:8:12 error TS2532: Object is possibly 'undefined'.",
          included: true,
          image: null,
        },
        {
          id: 'two',
          title: 'Definition of priceOf',
          path: 'src/prices.ts',
          line: 14,
          text: 'export async function priceOf(article: string): Promise<number> {\n  return (await table()).get(article) ?? 0;\n}',
          included: false,
          image: null,
        },
      ],
      system: 'You are a careful programmer. Say what is wrong in two or three sentences, then edit.',
      user: `File src/basket.ts, lines 5 to 11 are selected.\n\n${basket}`,
      left: {
        endpoint: 'https://api.openai.com/v1/responses',
        body: JSON.stringify(
          { model: 'gpt-5.5', reasoning: { effort: 'medium' }, stream: true, store: false },
          null,
          2,
        ),
        estimatedInputTokens: 1530,
      },
      right: {
        endpoint: 'https://api.anthropic.com/v1/messages',
        body: JSON.stringify({ model: 'claude-opus-4-7', thinking: { type: 'adaptive' }, stream: true }, null, 2),
        estimatedInputTokens: 1714,
      },
    },
    draftImages: { preparing: 0, job: null, refused: [] },
    outlook: null,
    colours: { theme: null, grammars: [], grammarOfLanguage: {} },
    texts: englishTexts,
    locale: 'en',
    ...rest,
  };
}
