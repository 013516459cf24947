import assert from 'node:assert/strict';
import type { PeriodOutlookView, SideOutlookView } from '../../../../../src/shared/outlookView.ts';
import { gravestLevel, OutlookWords } from '../../../../../src/webview/comparison/outlook/outlookWords.ts';
import { englishTexts } from '../../../../ui/englishTexts.ts';
import { waitingSide } from '../../../../ui/gallery/galleryTask.ts';
import { outlook } from '../../../../ui/gallery/outlookScenes.ts';

const words = new OutlookWords({ texts: englishTexts, locale: 'en' });

function side(changes: Partial<SideOutlookView> = {}): SideOutlookView {
  assert.ok(outlook.left !== null);
  return { ...outlook.left, ...changes };
}

function day(changes: Partial<PeriodOutlookView> = {}): PeriodOutlookView {
  const [today] = outlook.periods ?? [];
  assert.ok(today !== undefined);
  return { ...today, ...changes };
}

const unpriced = side({ expected: null, worst: null, prices: null });

describe('the words for what a side would cost', () => {
  it('say whose count it is, and give an estimate no more digits than it deserves', () => {
    assert.equal(words.input(side({ inputTokens: 2134 })), 'about 2,100 tokens in');
    assert.equal(
      words.input(side({ inputTokens: 2134, countedBy: 'provider' })),
      '2,134 tokens in, counted by the provider',
    );
    assert.match(words.input(side({ countedBy: 'counting' })), /being counted/);
  });

  it('give the expected and the worst cost, and what each goes by', () => {
    const costs = words.costs(side(), 'GPT-5.5');
    assert.deepEqual(
      costs.map(({ text }) => text),
      ['about $0.041', 'at most $1.02 a request'],
    );
    assert.match(costs[0]?.hint ?? '', /1,120 tokens of output.*GPT-5\.5 typically.*\nList prices of 2026-09-23$/s);
    assert.match(
      costs[1]?.hint ?? '',
      /first request of each model; reading rounds, corrections and retries are further/,
    );
    assert.match(words.expectedHint(side({ outputIsTypical: false }), 'GPT-5.5'), /too few/);
  });

  it('never give an amount where no price is known', () => {
    assert.deepEqual(words.costs(unpriced, 'GPT-5.5'), [{ text: 'cost unknown: no price is known', hint: '' }]);
    assert.equal(words.total({ ...outlook, left: unpriced }), 'The cost is not known');
  });

  it('add up both sides, and leave out one that costs nothing', () => {
    assert.equal(words.total(outlook), 'First requests: about $0.087, at most $1.87');
    assert.equal(words.total({ ...outlook, right: null }), 'First requests: about $0.041, at most $1.02');
  });

  it('tell a count that failed, a dearer tier and too little room', () => {
    assert.deepEqual(words.notes(side()), []);
    assert.deepEqual(words.notes(side({ countFailure: 'It is busy.', dearerFrom: 272_000, roomExceeded: 968_000 })), [
      'Not counted: It is busy.',
      'There is only room for 968,000 tokens beside the output.',
      'From 272,000 tokens in on, each token costs more.',
    ]);
  });
});

describe('the words for what a budget would stand at', () => {
  it('give now, then and the budget, where there is one', () => {
    assert.equal(words.standing(day()), 'Today $0.31 → about $0.40 of $5.00');
    assert.equal(words.standing(day({ budget: null })), 'Today $0.31 → about $0.40');
    assert.equal(
      words.standing(day({ period: 'comparison', spent: 0 })),
      'This comparison $0.00 → about $0.40 of $5.00',
    );
    assert.equal(words.standingAtMost(day()), 'at most $2.18');
  });

  it('give no sum with an unknown cost', () => {
    const unknown = day({ expected: null, worst: null });
    assert.equal(words.standing(unknown), 'Today $0.31 of $5.00, then unknown');
    assert.equal(words.standingAtMost(unknown), 'no upper bound is known');
  });

  it('say why the requests will be held back, only where they will', () => {
    assert.equal(words.refusal(day()), null);
    assert.match(words.refusal(day({ refusal: 'budget-reached' })) ?? '', /more than the budget leaves/);
    assert.match(words.refusal(day({ refusal: 'budget-unpriced' })) ?? '', /unknown cost/);
    assert.match(words.refusal(day({ refusal: 'budget-unknown' })) ?? '', /was damaged/);
  });

  it('are as grave as the gravest, and gravest of all where nothing can be read', () => {
    const of = (...levels: readonly PeriodOutlookView['level'][]) =>
      gravestLevel({ periods: levels.map((level) => day({ level })), heldBack: null });
    assert.deepEqual(
      [of('below', 'below'), of('below', 'warning'), of('reached', 'warning')],
      ['below', 'warning', 'reached'],
    );
    assert.equal(gravestLevel({ periods: null, heldBack: null }), 'reached');
    assert.equal(gravestLevel({ periods: [day({ level: 'below' })], heldBack: 'A budget cannot be read.' }), 'reached');
  });
});

describe('the words for prices', () => {
  const view = { left: waitingSide('left'), right: waitingSide('right') };

  it('come once where both sides’ are the same, else by side', () => {
    assert.equal(words.prices(outlook, view), 'List prices of 2026-09-23');
    const own = side({ prices: { kind: 'own' } });
    assert.equal(
      words.prices({ ...outlook, right: own }, view),
      'GPT-5.5: List prices of 2026-09-23 · Claude Opus 4.7: Your own prices',
    );
    assert.equal(words.prices({ ...outlook, left: unpriced, right: unpriced }, view), '');
  });
});
