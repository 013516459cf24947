import assert from 'node:assert/strict';
import { logFailure } from '../../../src/app/failureLog.ts';
import { newComparison } from '../../../src/core/comparison.ts';
import type { ComparisonEvent } from '../../../src/core/comparisonEvent.ts';
import type { Failure } from '../../../src/core/failure.ts';
import { contender, sampleTask } from './fakes.ts';

function logged(event: ComparisonEvent): readonly string[] {
  const lines: string[] = [];
  const note = (message: string) => void lines.push(message);
  const comparison = newComparison('id', 'draft', sampleTask, [], contender('left'), contender('right'));
  logFailure(comparison, event, { info: note, warn: note, error: note });
  return lines;
}

const ended = (failure: Failure | null): ComparisonEvent => ({
  type: 'answer',
  side: 'left',
  attempt: 0,
  event: { type: 'ended', status: 'failed', failure, at: 1 },
});

describe('the log of failures', () => {
  it('has the cause, and the model that it befell', () => {
    const [line, ...others] = logged(ended({ kind: 'protocol', host: 'api.test', detail: 'status 200, text/html' }));
    assert.deepEqual(others, []);
    assert.match(line ?? '', /left \(openai\/gpt-5\.5.*"protocol".*api\.test.*status 200, text\/html/);
  });

  it('has every retry, and what could not be applied', () => {
    const failure: Failure = { kind: 'overloaded', provider: 'openai' };
    const retry = { attempt: 1, atMost: 2, scheduledAt: 0, delayMs: 437.5, failure };
    const scheduled = { type: 'answer', side: 'left', attempt: 0, event: { type: 'retry-scheduled', retry } } as const;
    assert.match(logged(scheduled)[0] ?? '', /1 of 2, in 438 ms.*overloaded/);
    const outcome = { kind: 'not-applied', failure: { kind: 'read-only', path: 'a.ts' } } as const;
    assert.match(logged({ type: 'decided', outcome })[0] ?? '', /read-only/);
  });

  it('has nothing of what a model wrote, and nothing when nothing failed', () => {
    const lines = logged(ended({ kind: 'refused', explanation: 'const secret = 1;' }));
    assert.ok(!lines.join('').includes('secret'));
    assert.deepEqual(logged(ended(null)), []);
    assert.deepEqual(logged(ended({ kind: 'no-edit' })), []);
  });
});
