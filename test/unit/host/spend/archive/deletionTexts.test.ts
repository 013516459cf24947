import assert from 'node:assert/strict';
import type { PeriodCount } from '../../../../../src/app/archivePorts.ts';
import {
  deletionConsequences,
  deletionQuestion,
  deletionResult,
} from '../../../../../src/host/spend/archive/deletionTexts.ts';
import { english } from '../spendFixture.ts';

/** Twelve requests of known cost, but for what a test is about. */
function count(changes: Partial<PeriodCount> = {}): PeriodCount {
  return {
    requests: 12,
    scriptedRequests: 0,
    accepted: 0,
    nanoDollars: 42_100_000,
    unknownRequests: 0,
    unknownUpperBound: 0,
    ...changes,
  };
}

describe('deletionQuestion', () => {
  const cases: readonly [what: string, counted: Partial<PeriodCount>, question: string][] = [
    ['known money', {}, 'Delete 12 requests that cost $0.0421, for good?'],
    ['one request', { requests: 1 }, 'Delete 1 request that cost $0.0421, for good?'],
    ['many', { requests: 1_200 }, 'Delete 1,200 requests that cost $0.0421, for good?'],
    [
      'money of which some is unknown',
      { requests: 14, unknownRequests: 2, unknownUpperBound: 120_000_000 },
      'Delete 12 requests that cost $0.0421, and 2 of unknown cost (at most $0.12), for good?',
    ],
    [
      'unknown money without a bound',
      { requests: 13, unknownRequests: 1, unknownUpperBound: null },
      'Delete 12 requests that cost $0.0421, and 1 of unknown cost, for good?',
    ],
    [
      'nothing but unknown money',
      { requests: 2, nanoDollars: 0, unknownRequests: 2, unknownUpperBound: 120_000_000 },
      'Delete 2 requests of unknown cost (at most $0.12), for good?',
    ],
    [
      'one request of which nothing is known',
      { requests: 1, nanoDollars: 0, unknownRequests: 1, unknownUpperBound: null },
      'Delete 1 request of unknown cost, for good?',
    ],
    [
      'scripted requests among others',
      { requests: 15, scriptedRequests: 3 },
      'Delete 12 requests that cost $0.0421, for good?',
    ],
    [
      'scripted requests alone',
      { requests: 3, scriptedRequests: 3, nanoDollars: 0 },
      'Delete 3 scripted requests, which cost nothing, for good?',
    ],
    [
      'one scripted request',
      { requests: 1, scriptedRequests: 1, nanoDollars: 0, accepted: 2 },
      'Delete 1 scripted request, which cost nothing, for good?',
    ],
    ['accepted changes alone', { requests: 0, nanoDollars: 0, accepted: 3 }, 'Delete 3 accepted changes, for good?'],
    ['one accepted change', { requests: 0, nanoDollars: 0, accepted: 1 }, 'Delete 1 accepted change, for good?'],
    ['what was free', { nanoDollars: 0 }, 'Delete 12 requests that cost $0.0000, for good?'],
  ];
  for (const [what, counted, question] of cases) {
    it(`tells of ${what}`, () => assert.equal(deletionQuestion(count(counted), 'en', english), question));
  }
});

describe('deletionConsequences', () => {
  const consequences = (changes: Partial<PeriodCount>, isOfThisMonth = false) =>
    deletionConsequences(count(changes), isOfThisMonth, 'en', english).join(' ');

  it('names what goes beside what the question names', () => {
    assert.equal(consequences({}), 'This cannot be undone. Requests under way stay.');
    assert.equal(
      consequences({ requests: 15, scriptedRequests: 3, accepted: 2 }),
      'This cannot be undone. 3 scripted requests, which cost nothing, go too. ' +
        '2 accepted changes will be forgotten, too. Requests under way stay.',
    );
    assert.match(
      consequences({ requests: 13, scriptedRequests: 1 }),
      / 1 scripted request, which cost nothing, goes too\./,
    );
    assert.equal(consequences({ requests: 0, accepted: 2 }), 'This cannot be undone.');
  });

  it('tells of budgets where money counts against them, and only there', () => {
    assert.match(consequences({}, true), /no longer count against your budgets/);
    assert.doesNotMatch(consequences({ requests: 3, scriptedRequests: 3 }, true), /budgets/);
    assert.doesNotMatch(consequences({ requests: 0, accepted: 1 }, true), /budgets/);
  });
});

describe('deletionResult', () => {
  const result = (requests: number, accepted: number, before: Partial<PeriodCount> = {}) =>
    deletionResult(count(before), { requests, accepted }, 'en', english);

  it('tells of requests and accepted changes that went, and of what stays', () => {
    assert.equal(result(12, 0), '12 requests deleted.');
    assert.equal(result(1, 1, { requests: 1 }), '1 request and 1 accepted change deleted.');
    assert.equal(result(0, 3, { requests: 0 }), '3 accepted changes deleted.');
    assert.equal(result(11, 3), '11 requests and 3 accepted changes deleted; what is under way stays.');
    assert.equal(result(0, 0, { requests: 2 }), 'Nothing was deleted, because what is under way stays.');
  });
});
