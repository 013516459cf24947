import type { NoticeView, SideView } from '../../../src/shared/comparisonView.ts';
import type { OutlookView, PeriodOutlookView, SideOutlookView } from '../../../src/shared/outlookView.ts';
import type { GalleryScene } from './galleryScenes.ts';
import { leftDone, rightDone, viewOf, waitingSide } from './galleryTask.ts';

const now = Date.now();

const leftOutlook: SideOutlookView = {
  inputTokens: 1530,
  countedBy: 'estimate',
  countFailure: null,
  expected: 41_250_000,
  expectedOutput: 1120,
  outputIsTypical: true,
  worst: 1_014_200_000,
  prices: { kind: 'list', date: '2026-09-23' },
  dearerFrom: null,
  roomExceeded: null,
};
const rightOutlook: SideOutlookView = {
  ...leftOutlook,
  inputTokens: 1714,
  expected: 46_070_000,
  expectedOutput: 1500,
  outputIsTypical: false,
  worst: 846_100_000,
};
const today: PeriodOutlookView = {
  period: 'day',
  spent: 310_400_000,
  expected: 397_720_000,
  worst: 2_170_700_000,
  budget: 5_000_000_000,
  level: 'below',
  refusal: null,
};
const month: PeriodOutlookView = {
  ...today,
  period: 'month',
  spent: 18_204_000_000,
  expected: 18_291_320_000,
  worst: 20_064_300_000,
  budget: null,
};

/** Before sending, with estimates and room in every budget. */
export const outlook: OutlookView = {
  left: leftOutlook,
  right: rightOutlook,
  periods: [today, month],
  heldBack: null,
  wasSentToBeCounted: false,
};

function draft(name: string, changes: Partial<OutlookView>, size?: GalleryScene['size']): GalleryScene {
  const view = viewOf(waitingSide('left'), waitingSide('right'), {
    phase: 'draft',
    outlook: { ...outlook, ...changes },
  });
  return { name, view, ...(size === undefined ? {} : { size }) };
}

const nearBudget: PeriodOutlookView = {
  ...today,
  spent: 4_020_000_000,
  expected: 4_107_320_000,
  worst: 5_880_300_000,
  budget: 6_000_000_000,
  level: 'warning',
};
const overBudget: PeriodOutlookView = {
  ...nearBudget,
  spent: 4_200_000_000,
  expected: 4_287_320_000,
  worst: 6_660_300_000,
  budget: 5_000_000_000,
  level: 'reached',
  refusal: 'budget-reached',
};
const unknown: SideOutlookView = { ...leftOutlook, expected: null, worst: null, prices: null };
const counted: SideOutlookView = { ...leftOutlook, inputTokens: 1487, countedBy: 'provider', worst: 967_440_000 };

const heldBackActions: NoticeView['actions'] = [
  { id: 'allow-over-budget', label: 'Go over it for this comparison' },
  { id: 'change-budget', label: 'Change the budget' },
];
function heldBack(side: SideView['side'], most: string): SideView {
  return {
    ...waitingSide(side),
    status: 'failed',
    failureKind: 'budget-reached',
    failure: {
      tone: 'error',
      sentence: `Today’s budget of $5.00 would be passed: $4.20 spent, $0.60 reserved, and this request can cost up to ${most}.`,
      actions: heldBackActions,
    },
    startedAt: now - 40,
    endedAt: now,
  };
}
const unpriced: SideView = {
  ...heldBack('right', ''),
  failureKind: 'budget-unpriced',
  failure: {
    tone: 'error',
    sentence: 'No price is known for house-model, or for a request before it, so today’s budget cannot be kept.',
    actions: [
      { id: 'allow-over-budget', label: 'Go over it for this comparison' },
      { id: 'change-budget', label: 'Change the budget' },
    ],
  },
};

/** What money looks like before, while and in place of spending it. */
export const outlookScenes: readonly GalleryScene[] = [
  draft('draft-outlook', {}),
  draft('draft-outlook-narrow', {}, { width: 420, height: 900 }),
  draft('outlook-near-budget', { periods: [nearBudget, month] }),
  draft('outlook-over-budget', { periods: [overBudget, month] }),
  draft('outlook-over-budget-narrow', { periods: [overBudget, month] }, { width: 420, height: 900 }),
  draft('outlook-unknown-price', {
    left: unknown,
    periods: [
      { ...today, expected: null, worst: null, level: 'reached', refusal: 'budget-unpriced' },
      { ...month, expected: null, worst: null },
    ],
  }),
  draft('outlook-spend-lost', { periods: [{ ...nearBudget, level: 'reached', refusal: 'budget-unknown' }, month] }),
  draft('outlook-counted', {
    left: counted,
    right: {
      ...rightOutlook,
      prices: { kind: 'own' },
      countFailure: 'Anthropic (api.anthropic.com) is overloaded at the moment.',
    },
    wasSentToBeCounted: true,
  }),
  draft('outlook-counting-near-limits', {
    left: { ...leftOutlook, inputTokens: 268_400, countedBy: 'counting', dearerFrom: 272_000 },
    right: { ...rightOutlook, inputTokens: 981_200, countedBy: 'provider', roomExceeded: 968_000 },
    wasSentToBeCounted: true,
  }),
  draft('outlook-ledger-unreadable', { periods: null }),
  draft('outlook-budget-unreadable', {
    heldBack:
      'The setting tiebreak.budget.day is "5", but a budget is a number of US dollars, and 0 for none. Nothing is sent until it is corrected.',
    periods: [{ ...today, budget: null }, month],
  }),
  {
    name: 'live-cost',
    view: viewOf(
      { ...waitingSide('left'), status: 'connecting', startedAt: now - 700 },
      {
        ...rightDone,
        status: 'writing',
        acceptable: false,
        usageIsFinal: false,
        cost: { kind: 'estimate', nanoDollars: 21_100_000 },
        startedAt: now - 6100,
        firstTokenAt: now - 5500,
        endedAt: null,
        hunks: [],
      },
      { outlook },
    ),
  },
  {
    name: 'held-back-by-budget',
    view: viewOf(heldBack('left', '$1.02'), heldBack('right', '$0.85'), { outlook }),
  },
  {
    name: 'held-back-narrow',
    view: viewOf(heldBack('left', '$1.02'), heldBack('right', '$0.85'), { outlook }),
    size: { width: 420, height: 900 },
  },
  { name: 'held-back-without-price', view: viewOf(leftDone, unpriced, { outlook }) },
];
