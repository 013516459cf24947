import assert from 'node:assert/strict';
import type { PriceBook } from '../../../src/app/ledgerPorts.ts';
import {
  type Forecast,
  type ForecastSubject,
  forecast,
  needsCount,
  periodOutlooks,
} from '../../../src/app/spendOutlook.ts';
import type { BudgetStandings, Budgets } from '../../../src/core/spend/budget.ts';
import { noBudgets } from '../../../src/core/spend/budget.ts';
import { inputTokens } from '../../../src/core/spend/usage.ts';
import { contender } from './fakes.ts';

/** One nano-dollar an input token, ten an output token; twice that for another region. */
const prices: PriceBook = {
  price: ({ model, usage, terms }) =>
    model === 'unpriced'
      ? null
      : {
          nanoDollars: (inputTokens(usage) + 10 * usage.output) * (terms.region === null ? 1 : 2),
          cacheSavings: 0,
          source: { kind: 'list', date: '2026-09-23' },
        },
  nextTier: (_provider, model) => (model === 'tiered' ? 10_000 : null),
  fault: null,
};

/** 4,000 characters are 1,000 tokens of OpenAI's, by the rule of thumb. */
function subject(changes: Partial<ForecastSubject> = {}): ForecastSubject {
  return {
    contender: contender('left', { maxOutputTokens: 32_000 }),
    host: 'api.openai.com',
    input: { characters: 4000, bytes: 5000 },
    images: [],
    countedTokens: null,
    typicalOutput: null,
    contextTokens: null,
    at: 0,
    ...changes,
  };
}

describe('the forecast of a side', () => {
  it('expects the estimated input and 1,500 tokens of output until the ledger knows better', () => {
    const { inputTokens, expected, expectedOutput, outputIsTypical } = forecast(subject(), prices);
    assert.deepEqual(
      { inputTokens, expected, expectedOutput, outputIsTypical },
      { inputTokens: 1000, expected: 16_000, expectedOutput: 1500, outputIsTypical: false },
    );
    const typical = forecast(subject({ typicalOutput: 700 }), prices);
    assert.deepEqual([typical.expected, typical.outputIsTypical], [8000, true]);
  });

  it('never expects more output than the limit', () => {
    const limited = contender('left', { maxOutputTokens: 200 });
    assert.equal(forecast(subject({ contender: limited, typicalOutput: 700 }), prices).expectedOutput, 200);
  });

  it('takes as the worst what the ledger will reserve: a token for every byte, and output up to the limit', () => {
    const { worst, reservation } = forecast(subject(), prices);
    assert.equal(worst, 5000 + 2000 + 10 * 32_000);
    assert.equal(reservation, worst);
  });

  it('goes by the provider’s count where there is one, which leaves what is reserved as it is', () => {
    const counted = forecast(subject({ countedTokens: 1234 }), prices);
    assert.deepEqual([counted.inputTokens, counted.expected, counted.worst], [1234, 16_234, 321_234]);
    assert.equal(counted.reservation, forecast(subject(), prices).reservation);
  });

  it('knows no amount where no price is known', () => {
    const unpriced = contender('left', { model: 'unpriced' });
    const { expected, worst, reservation, prices: source } = forecast(subject({ contender: unpriced }), prices);
    assert.deepEqual([expected, worst, reservation, source], [null, null, null, null]);
  });

  it('prices by the region of the host that is asked', () => {
    assert.equal(forecast(subject({ host: 'eu.api.openai.com' }), prices).expected, 32_000);
  });

  it('tells of a dearer tier once the input comes near, and of too little room once there is', () => {
    const tiered = contender('left', { model: 'tiered', maxOutputTokens: 1000 });
    assert.equal(forecast(subject({ contender: tiered, countedTokens: 7999 }), prices).dearerFrom, null);
    assert.equal(forecast(subject({ contender: tiered, countedTokens: 8000 }), prices).dearerFrom, 10_000);
    const room = (countedTokens: number) =>
      forecast(subject({ contender: tiered, countedTokens, contextTokens: 6000 }), prices).roomExceeded;
    assert.deepEqual([room(5000), room(5001)], [null, 5000]);
  });
});

describe('the need for the provider’s count', () => {
  const tiered = contender('left', { model: 'tiered', maxOutputTokens: 1000 });
  const needed = (tokens: number, changes: Partial<ForecastSubject>) =>
    needsCount(subject({ input: { characters: 4 * tokens, bytes: 12 * tokens }, ...changes }), prices);

  it('is there within a fifth of a price tier, on both sides of it', () => {
    const at = (tokens: number) => needed(tokens, { contender: tiered });
    assert.deepEqual([at(7999), at(8000), at(12_000), at(12_001)], [false, true, true, false]);
  });

  it('is there from four fifths of the room beside the output on', () => {
    const at = (tokens: number) =>
      needed(tokens, { contender: contender('left', { maxOutputTokens: 1000 }), contextTokens: 11_000 });
    assert.deepEqual([at(7999), at(8000), at(50_000)], [false, true, true]);
  });

  it('is not there where nothing is known of limits', () => {
    assert.equal(needed(1_000_000, {}), false);
  });
});

describe('what budgets would stand at', () => {
  const nothing = { settled: 0, reserved: 0 };
  const standings = (day: BudgetStandings['day']): BudgetStandings => ({ comparison: nothing, day, month: nothing });
  const side = (changes: Partial<Forecast> = {}): Forecast => ({
    ...forecast(subject(), prices),
    expected: 40,
    worst: 500,
    reservation: 500,
    ...changes,
  });
  const day = (budgets: Partial<Budgets>, standing: BudgetStandings['day'], forecasts = [side(), side()]) =>
    periodOutlooks(forecasts, standings(standing), { ...noBudgets, ...budgets }).find(({ period }) => period === 'day');

  it('adds both sides to what is settled, and at worst what is reserved too', () => {
    const outlook = day({}, { settled: 310, reserved: 60 });
    assert.deepEqual(outlook, {
      period: 'day',
      spent: 310,
      expected: 390,
      worst: 1370,
      budget: null,
      level: 'below',
      refusal: null,
    });
  });

  it('has the comparison only where that has a budget', () => {
    const periods = (budgets: Partial<Budgets>) =>
      periodOutlooks([side()], standings(nothing), { ...noBudgets, ...budgets }).map(({ period }) => period);
    assert.deepEqual(periods({}), ['day', 'month']);
    assert.deepEqual(periods({ comparison: 5 }), ['comparison', 'day', 'month']);
  });

  it('warns from the person’s share on, by what is expected', () => {
    const level = (settled: number) => day({ day: 10_000, warnShare: 0.8 }, { settled, reserved: 0 })?.level;
    assert.deepEqual([level(7919), level(7920)], ['below', 'warning']);
  });

  it('foretells that a budget will hold requests back, exactly where the ledger will', () => {
    const refusal = (settled: number) => day({ day: 2000 }, { settled, reserved: 100 })?.refusal;
    assert.deepEqual([refusal(900), refusal(901)], [null, 'budget-reached']);
    assert.equal(day({ day: 2000 }, { settled: 901, reserved: 100 })?.level, 'reached');
    assert.equal(day({}, { settled: 901, reserved: 100 })?.refusal, null);
  });

  it('foretells that a budget holds requests back while a damaged ledger has a part of what was spent', () => {
    const outlook = day({ day: 1e9 }, { ...nothing, lostAt: 5 });
    assert.deepEqual([outlook?.refusal, outlook?.level], ['budget-unknown', 'reached']);
    assert.equal(day({}, { ...nothing, lostAt: 5 })?.refusal, null);
  });

  it('knows no sum with an unknown price, and then keeps no budget', () => {
    const unpriced = side({ expected: null, worst: null, reservation: null });
    const outlook = day({ day: 1e9 }, nothing, [side(), unpriced]);
    assert.deepEqual(
      [outlook?.expected, outlook?.worst, outlook?.refusal, outlook?.level],
      [null, null, 'budget-unpriced', 'reached'],
    );
    assert.equal(day({ day: 1e9 }, { settled: 0, reserved: null })?.refusal, 'budget-unpriced');
  });
});
