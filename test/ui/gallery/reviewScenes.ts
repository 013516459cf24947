import { acceptHunk, type Choices, rejectHunk } from '../../../src/core/diff/choices.ts';
import type { Hunk } from '../../../src/core/diff/hunk.ts';
import type { Reading } from '../../../src/core/edits/toolCall.ts';
import type { Side } from '../../../src/core/side.ts';
import type { ConflictView, SideView } from '../../../src/shared/comparisonView.ts';
import type { GalleryScene } from './galleryScenes.ts';
import { basket, hunksOf, leftDone, rightDone, viewOf } from './galleryTask.ts';

const now = Date.now();

/** A hunk that says it was placed less exactly, edited or moved. */
function changed(hunk: Hunk | undefined, change: Partial<Hunk>): readonly Hunk[] {
  return hunk === undefined ? [] : [{ ...hunk, ...change }];
}

const [firstLeft, secondLeft] = leftDone.hunks;
const [firstRight, secondRight, thirdRight] = rightDone.hunks;

/** A function for each number, of which every other side changes some. */
const many = Array.from(
  { length: 300 },
  (_, index) => `export function step${index}(value: number): number {\n  return value + ${index};\n}\n\n`,
).join('');
const changeSteps = (which: (step: number) => string | null) =>
  many.replace(/step(\d+)\(value: number\): number \{\n {2}return (.*);/g, (text, step, was) => {
    const now = which(Number(step));
    return now === null ? text : text.replace(`return ${was}`, `return ${now}`);
  });
const manyLeft = hunksOf(
  'left',
  many,
  changeSteps((step) => (step % 2 === 0 ? `add(value, ${step})` : null)),
  'src/steps.ts',
);
const manyRight = hunksOf(
  'right',
  many,
  changeSteps((step) => (step % 3 !== 0 ? null : step % 4 === 0 ? `add(value, ${step})` : `sum([value, ${step}])`)),
  'src/steps.ts',
);
const manyHunks = { left: manyLeft, right: manyRight };
const someDecided: Choices = manyLeft
  .slice(0, 12)
  .reduce((choices, { id }, index) => (index % 3 === 2 ? rejectHunk : acceptHunk)(choices, id, manyHunks), {});
const manyView = viewOf(
  { ...leftDone, hunks: manyLeft },
  { ...rightDone, hunks: manyRight },
  {
    baseFiles: [{ path: 'src/steps.ts', languageId: 'typescript', text: many }],
    choices: someDecided,
    task: {
      kind: 'fix',
      path: 'src/steps.ts',
      lines: null,
      instruction: 'Use the helpers',
      target: null,
      scripted: false,
    },
  },
);

const prices = `import { table } from './table';

/** In cents. */
export async function priceOf(article: string): Promise<number> {
  return (await table()).get(article) ?? 0;
}
`;
const workflow = 'name: test\non: push\njobs: {}\n';
const files = [
  { path: 'src/basket.ts', languageId: 'typescript', text: basket },
  { path: 'src/prices.ts', languageId: 'typescript', text: prices },
  { path: '.github/workflows/test.yml', languageId: 'yaml', text: workflow },
];

function identified(hunks: readonly Hunk[], side: Side, from: number): readonly Hunk[] {
  return hunks.map((hunk, index) => ({ ...hunk, id: `${side}-1-${from + index}` }));
}

const rename: Hunk = {
  id: 'left-1-20',
  path: 'src/prices.ts',
  change: 'rename',
  newPath: 'src/pricing/prices.ts',
  baseStart: 0,
  baseEnd: 0,
  newStart: 0,
  newLines: [],
  tier: 'exact',
  edited: false,
};
const workflowHunks = hunksOf('left', workflow, workflow.replace('push', '[push, pull_request]'), files[2]?.path);
const severalFiles = viewOf(
  {
    ...leftDone,
    hunks: [
      ...leftDone.hunks,
      rename,
      ...identified(hunksOf('left', prices, prices.replace('?? 0', '?? Number.NaN'), 'src/prices.ts'), 'left', 21),
      ...identified(workflowHunks, 'left', 31),
      ...identified(hunksOf('left', '', 'export const currency = "EUR";\n', 'src/currency.ts'), 'left', 41),
    ],
  },
  {
    ...rightDone,
    hunks: [
      ...rightDone.hunks,
      ...identified(hunksOf('right', prices, '', 'src/prices.ts'), 'right', 21).map(
        (hunk): Hunk => ({ ...hunk, change: 'delete' }),
      ),
    ],
  },
  { baseFiles: files, comparisonId: 'several-files' },
);

const careful = viewOf(
  {
    ...leftDone,
    hunks: [...changed(firstLeft, { tier: 'fuzzy' }), ...changed(secondLeft, { edited: true })],
  },
  {
    ...rightDone,
    hunks: [
      ...changed(firstRight, { tier: 'indentation' }),
      ...changed(secondRight, { tier: 'punctuation' }),
      ...changed(thirdRight, {}),
    ],
  },
  { driftedHunks: ['right-1-2', 'left-1-1'] },
);

const conflict: ConflictView = {
  hunkId: 'left-1-1',
  hunkIds: ['left-1-1'],
  side: 'left',
  path: 'src/basket.ts',
  line: 7,
  base: ['  for (let i = 0; i <= lines.length; i++) {\n'],
  mine: ['  const count = lines.length;\n', '  for (let i = 0; i <= count; i++) {\n'],
  theirs: ['  for (let i = 0; i < lines.length; i++) {\n'],
  resolution: null,
};
const both = { left: leftDone.hunks, right: rightDone.hunks };
const accepted = acceptHunk(acceptHunk({}, 'left-1-1', both), 'right-1-2', both);

const readings: readonly Reading[] = [
  {
    request: { kind: 'view', path: 'src/prices.ts', lines: [1, 40] },
    succeeded: true,
    lines: [1, 40],
    found: null,
    characters: 1200,
  },
  {
    request: { kind: 'view', path: 'src/table.ts', lines: null },
    succeeded: true,
    lines: null,
    found: null,
    characters: 700,
  },
  {
    request: { kind: 'search', text: 'priceOf(', path: 'src' },
    succeeded: true,
    lines: null,
    found: 12,
    characters: 900,
  },
  { request: { kind: 'view', path: '.env', lines: null }, succeeded: false, lines: null, found: null, characters: 0 },
];

const followed: SideView = {
  ...leftDone,
  turn: 2,
  instruction: 'Keep the loop, but leave `isEmpty` as it is',
  earlier: [{ instruction: null, prose: leftDone.prose, thinking: leftDone.thinking, failure: null }],
  prose: 'The loop stays; `isEmpty` is as it was.',
  readings,
};
const thirdTurn: SideView = {
  ...rightDone,
  turn: 3,
  status: 'writing',
  endedAt: null,
  usageIsFinal: false,
  instruction: 'Ask for all prices in one request instead, if `priceOf` allows that',
  earlier: [
    { instruction: null, prose: rightDone.prose, thinking: '', failure: null },
    {
      instruction: 'Is it safe to run them together when there are a thousand lines in the basket?',
      prose: 'Not without a limit.',
      thinking: '',
      failure: 'The connection to api.anthropic.com broke off.',
    },
  ],
  prose: 'There is no such request yet, so I',
  startedAt: now - 4000,
  readings: readings.slice(0, 1),
};

const interrupted: SideView = {
  ...rightDone,
  status: 'failed',
  acceptable: false,
  failureKind: 'interrupted',
  failure: {
    tone: 'warning',
    sentence: 'The window was closed while Claude Opus 4.7 was writing, so its answer stops here.',
    actions: [{ id: 'ask-again', label: 'Ask again' }],
  },
  cost: { kind: 'unknown', upperBound: 812_000_000 },
  hunks: rightDone.hunks.slice(0, 1),
};

const provisional: SideView = {
  ...rightDone,
  status: 'writing',
  acceptable: false,
  endedAt: null,
  usageIsFinal: false,
  startedAt: now - 6000,
  hunks: rightDone.hunks.slice(0, 2),
  growing: { path: 'src/basket.ts', lines: 7 },
};

/** States of the review: rows, hunks that need care, conflicts, follow-ups, what was read, several files. */
export const reviewScenes: readonly GalleryScene[] = [
  {
    name: 'rows-one',
    view: viewOf({ ...leftDone, hunks: leftDone.hunks.slice(0, 1) }, { ...rightDone, hunks: [] }),
    press: ['Rows'],
  },
  { name: 'rows-many', view: manyView, press: ['Rows', 'Next undecided'] },
  { name: 'rows-narrow', view: careful, press: ['Rows'], size: { width: 420, height: 900 } },
  { name: 'rows-beside-code', view: careful, press: ['Rows'], size: { width: 820, height: 900 } },
  { name: 'rows-zoomed-400', view: careful, press: ['Rows'], size: { width: 320, height: 200 } },
  { name: 'rows-filtered', view: manyView, press: ['Rows', '25 agreed'] },
  { name: 'rows-several-files', view: severalFiles, press: ['Rows'], size: { width: 1280, height: 1500 } },
  { name: 'several-files', view: severalFiles, size: { width: 1280, height: 1700 } },
  { name: 'careful', view: careful },
  {
    name: 'conflict',
    view: viewOf(leftDone, rightDone, { choices: accepted, conflicts: [conflict], driftedHunks: ['left-1-1'] }),
  },
  {
    name: 'conflict-resolved',
    view: viewOf(leftDone, rightDone, { choices: accepted, conflicts: [{ ...conflict, resolution: 'theirs' }] }),
  },
  {
    name: 'rows-conflict',
    view: viewOf(leftDone, rightDone, { choices: accepted, conflicts: [conflict] }),
    press: ['Rows'],
  },
  { name: 'follow-up', view: viewOf(followed, thirdTurn) },
  { name: 'follow-up-narrow', view: viewOf(followed, thirdTurn), size: { width: 420, height: 900 } },
  { name: 'interrupted', view: viewOf(leftDone, interrupted) },
  { name: 'provisional', view: viewOf(leftDone, provisional) },
];
