import { acceptHunk, type Choices, rejectHunk } from '../../../src/core/diff/choices.ts';
import type { ComparisonView, NoticeView, SideView } from '../../../src/shared/comparisonView.ts';
import { basket, hunksOf, leftBasket, leftDone, rightDone, viewOf, waitingSide } from './galleryTask.ts';
import { imageScenes } from './imageScenes.ts';
import { outlookScenes } from './outlookScenes.ts';
import { reviewScenes } from './reviewScenes.ts';

/** One picture: a view, how it is looked at, and what is pressed before it is taken. */
export interface GalleryScene {
  readonly name: string;
  readonly view: ComparisonView;
  readonly size?: { readonly width: number; readonly height: number };
  /** Accessible names of buttons to press, in order. */
  readonly press?: readonly string[];
  /** Keys to press after that. */
  readonly keys?: readonly string[];
}

const both = { left: leftDone.hunks, right: rightDone.hunks };
const mixed: Choices = rejectHunk(acceptHunk(acceptHunk({}, 'left-1-1', both), 'right-1-2', both), 'left-1-2', both);
const now = Date.now();

const streaming = {
  modelIsConfirmed: true,
  startedAt: now - 6100,
  firstTokenAt: now - 5500,
  acceptable: false,
  usage: { ...leftDone.usage, cacheRead: 2000, uncachedInput: 1500, output: 410, reasoning: 0 },
  usageIsFinal: false,
  cost: { kind: 'estimate', nanoDollars: 21_100_000 },
  endedAt: null,
} as const;

function failed(
  side: SideView,
  failureKind: SideView['failureKind'],
  sentence: string,
  actions: NoticeView['actions'],
  tone: NoticeView['tone'] = 'error',
): SideView {
  return {
    ...waitingSide(side.side),
    status: 'failed',
    failureKind,
    failure: { tone, sentence, actions },
    startedAt: now - 4000,
    endedAt: now,
    cost: { kind: 'unknown', upperBound: 412_000_000 },
  };
}

const writing: SideView = {
  ...rightDone,
  ...streaming,
  status: 'writing',
  hunks: [],
  prose:
    'Off by one in the loop bound. Since the body only sums, a `reduce` says it without an index to get wrong:\n\n```typescript\nreturn lines.reduce((sum, line) => sum + line.price * line.quantity, 0);\n```\n\nTwo more things I saw:\n\n1. **`isEmpty`** compares with `==`.\n2. `reprice` waits for each price in turn, [which',
};

const trojan = basket.replace(
  "join(', ')",
  "join(', ') /* \u202E } \u2066if (isAdmin)\u2069 \u2066 begin admins only */",
);
const long = `${'export const table = ['}${Array.from({ length: 400 }, (_, index) => `'cell-${index}'`).join(', ')}];\n`;
const big = Array.from(
  { length: 10_000 },
  (_, index) => `export const value${index} = compute(${index}, 'line ${index}');\n`,
).join('');
const bigNext = big.replace(/compute\((\d+)/g, (text, number) =>
  Number(number) % 50 === 7 ? `computeAll(${number}` : text,
);

const fences = [
  '```typescript',
  'export async function load<T>(url: string, retries = 3): Promise<T | null> {',
  '  const reply = await fetch(`/items?n=1`); // once more',
  '  return reply.ok ? ((await reply.json()) as T) : null;',
  '}',
  '```',
  '```python',
  '@dataclass',
  'class Window:',
  '    """Half-open."""',
  '    def pages(self, items: list[int], size: int = 10) -> Iterator[list[int]]:',
  '        for start in range(0, len(items), size):  # every page',
  '            yield items[start : start + size]',
  '```',
];
const otherFences = [
  '```go',
  'func (c *Counter) Add(key string, n int) error {',
  '\tc.mu.Lock()',
  '\tdefer c.mu.Unlock()',
  '\tif n < 0 { return fmt.Errorf("negative: %d", n) } // never',
  '\tc.counts[key] += n',
  '\treturn nil',
  '}',
  '```',
  '```sql',
  'SELECT u.id, count(*) AS orders -- per user',
  'FROM users u JOIN orders o ON o.user_id = u.id',
  "WHERE u.name = 'Ada' AND o.total > 10.5",
  'GROUP BY u.id;',
  '```',
];

const manyLines: readonly GalleryScene[] = [
  {
    name: 'two-hundred-hunks',
    view: viewOf(
      { ...leftDone, hunks: hunksOf('left', big, bigNext) },
      { ...rightDone, hunks: hunksOf('right', big, bigNext.replaceAll('computeAll', 'computeEvery')) },
      { baseFiles: [{ path: 'src/basket.ts', languageId: 'typescript', text: big }] },
    ),
    press: ['Accept hunk 1 from GPT-5.5'],
  },
  {
    name: 'hidden-characters-and-long-lines',
    view: viewOf(
      { ...leftDone, hunks: hunksOf('left', basket, trojan) },
      { ...rightDone, hunks: hunksOf('right', basket, basket.replace('export interface', `${long}export interface`)) },
    ),
  },
];

/** Every state that the panel has. */
export const galleryScenes: readonly GalleryScene[] = [
  { name: 'draft', view: viewOf(waitingSide('left'), waitingSide('right'), { phase: 'draft' }) },
  {
    name: 'connecting-and-thinking',
    view: viewOf(
      { ...waitingSide('left'), status: 'connecting', startedAt: now - 800 },
      {
        ...waitingSide('right'),
        ...streaming,
        status: 'thinking',
        firstTokenAt: null,
        usage: waitingSide('right').usage,
        thinking: 'The loop bound looks wrong.',
      },
    ),
  },
  { name: 'done-and-writing', view: viewOf(leftDone, writing) },
  {
    name: 'writing-an-edit',
    view: viewOf(
      { ...leftDone, ...streaming, status: 'writing' },
      { ...writing, growing: { path: 'src/basket.ts', lines: 12 } },
    ),
  },
  { name: 'done', view: viewOf(leftDone, rightDone) },
  { name: 'chosen', view: viewOf(leftDone, rightDone, { choices: mixed }), keys: ['j'] },
  { name: 'against-each-other', view: viewOf(leftDone, rightDone, { choices: mixed }), press: ['Against each other'] },
  { name: 'rows', view: viewOf(leftDone, rightDone, { choices: mixed }), press: ['Rows'] },
  { name: 'result', view: viewOf(leftDone, rightDone, { choices: mixed }), press: ['Result'] },
  { name: 'what-was-sent', view: viewOf(leftDone, rightDone), press: ['What was sent'] },
  {
    name: 'failed-and-retrying',
    view: viewOf(
      failed(leftDone, 'key-rejected', 'OpenAI did not accept the API key.', [
        { id: 'set-key', label: 'Replace OpenAI key' },
        { id: 'try-scripted', label: 'Try it with scripted answers' },
      ]),
      {
        ...waitingSide('right'),
        status: 'connecting',
        startedAt: now - 3000,
        requests: 2,
        retry: { sentence: 'Anthropic is overloaded.', attempt: 1, atMost: 2, untilMs: now + 12_000 },
      },
    ),
  },
  {
    name: 'refused-and-cut-off',
    view: viewOf(
      failed(
        leftDone,
        'refused',
        'GPT-5.5 refused to answer this.',
        [{ id: 'ask-again', label: 'Ask again' }],
        'warning',
      ),
      {
        ...rightDone,
        ...streaming,
        status: 'failed',
        failureKind: 'stream-broken',
        failure: {
          tone: 'warning',
          sentence:
            'The connection to api.anthropic.com broke off before the answer was complete, so it cannot be accepted.',
          actions: [{ id: 'ask-again', label: 'Ask again' }],
        },
        cost: { kind: 'unknown', upperBound: 812_000_000 },
        endedAt: now,
      },
    ),
  },
  {
    name: 'cancelled-and-no-edit',
    view: viewOf(
      { ...leftDone, ...streaming, status: 'cancelled', hunks: [], endedAt: now },
      {
        ...rightDone,
        hunks: [],
        failureKind: 'no-edit',
        failure: {
          tone: 'information',
          sentence: 'Claude Opus 4.7 answered without changing the code.',
          actions: [{ id: 'ask-again', label: 'Ask again' }],
        },
      },
    ),
  },
  {
    name: 'mismatch',
    view: viewOf(leftDone, {
      ...rightDone,
      failureKind: 'edit-mismatch',
      failure: {
        tone: 'warning',
        sentence: 'One edit of Claude Opus 4.7 did not fit the code; the others can be accepted.',
        actions: [],
      },
      mismatches: [
        {
          path: 'src/basket.ts',
          reason: 'The text to replace is not in the file.',
          text: '-  return lines.lenght == 0;\n+  return lines.length === 0;\n',
        },
      ],
    }),
  },
  {
    name: 'partly-applied',
    view: viewOf(leftDone, rightDone, {
      choices: mixed,
      notice: {
        tone: 'warning',
        sentence: '1 hunk applied; 1 hunk no longer fits, because the code there changed meanwhile.',
        actions: [
          { id: 'copy-patch', label: 'Copy as patch' },
          { id: 'open-file', label: 'Open the file' },
        ],
      },
    }),
  },
  {
    name: 'settled',
    view: viewOf(leftDone, rightDone, {
      phase: 'settled',
      choices: mixed,
      notice: {
        tone: 'success',
        sentence: '2 hunks applied. One Undo in the editor takes them back.',
        actions: [{ id: 'open-file', label: 'Open the file' }],
      },
    }),
  },
  {
    name: 'scripted',
    view: viewOf(leftDone, rightDone, {
      task: {
        kind: 'fix',
        path: 'src/basket.ts',
        lines: null,
        instruction:
          'Find and fix the bug in this file, and say in two or three sentences what was wrong with it and how you know',
        target: null,
        scripted: true,
      },
    }),
  },
  {
    name: 'another-target',
    view: viewOf(leftDone, rightDone, {
      choices: mixed,
      task: {
        kind: 'ui',
        path: 'src/basket.ts',
        lines: null,
        instruction: 'Show the basket as a list',
        target: { path: 'src/basketList.ts', isNew: true, isChosen: true },
        scripted: false,
      },
    }),
  },
  {
    name: 'ask',
    view: viewOf(
      {
        ...leftDone,
        hunks: [],
        prose:
          'A basket is priced when it is opened:\n\n- `reprice` asks for every price,\n- one after the other.\n\n```ts\nfor (const line of lines) {\n  line.price = await priceOf(line.article);\n}\n```\n\n| what | when |\n| --- | --- |\n| opened | at once |\n| midnight | on the next opening |\n',
      },
      { ...rightDone, hunks: [] },
      {
        task: {
          kind: 'ask',
          path: 'src/basket.ts',
          lines: [18, 23],
          instruction: 'When are prices looked up?',
          target: null,
          scripted: false,
        },
      },
    ),
  },
  {
    name: 'languages',
    view: viewOf(
      { ...leftDone, hunks: [], prose: fences.join('\n') },
      { ...rightDone, hunks: [], prose: otherFences.join('\n') },
      {
        task: {
          kind: 'ask',
          path: 'src/basket.ts',
          lines: null,
          instruction: 'Show me colours',
          target: null,
          scripted: false,
        },
      },
    ),
  },
  {
    name: 'long-prose',
    view: viewOf(
      {
        ...leftDone,
        prose: Array.from({ length: 9 }, (_, index) => `Reason ${index + 1}. ${leftDone.prose.split('\n')[0]}`).join(
          '\n\n',
        ),
      },
      rightDone,
    ),
  },
  { name: 'narrow', view: viewOf(leftDone, rightDone, { choices: mixed }), size: { width: 420, height: 900 } },
  { name: 'zoomed-400', view: viewOf(leftDone, rightDone, { choices: mixed }), size: { width: 320, height: 200 } },
  { name: 'beside-code', view: viewOf(leftDone, rightDone, { choices: mixed }), size: { width: 820, height: 900 } },
  {
    name: 'new-file',
    view: viewOf(
      {
        ...leftDone,
        hunks: [
          ...leftDone.hunks,
          ...hunksOf('left', '', leftBasket.slice(0, 400), 'test/basket.test.ts').map((hunk) => ({
            ...hunk,
            id: 'left-1-9',
          })),
        ],
      },
      rightDone,
    ),
  },
  ...manyLines,
  ...reviewScenes,
  ...outlookScenes,
  ...imageScenes,
];
