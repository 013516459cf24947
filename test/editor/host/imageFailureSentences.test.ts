import assert from 'node:assert/strict';
import type { Failure } from '../../../src/core/failure.ts';
import { describeImageFailure } from '../../../src/host/asset/imageSentences.ts';

const reached = { kind: 'budget-reached', budget: 5e9, settled: 4.2e9, needed: 1.015e9 } as const;
const unpriced = { kind: 'budget-unpriced', provider: 'openai', model: 'house-model' } as const;
const lost = { kind: 'budget-unknown', lostAt: Date.UTC(2026, 10, 22, 12) } as const;

describe('describeImageFailure', () => {
  it('speaks of the image that a budget holds back, and of no comparison', () => {
    const refusals: readonly Failure[] = [
      { ...reached, period: 'comparison', reserved: 0 },
      { ...reached, period: 'comparison', reserved: 6e8 },
      { ...unpriced, period: 'comparison' },
      { ...lost, period: 'comparison' },
    ];
    for (const refusal of refusals) {
      const { sentence, actions } = describeImageFailure(refusal, null);
      assert.match(sentence, /\b[Tt]his image(?:’s budget| cost)\b/);
      const said = [sentence, ...actions.map(({ label }) => label)].join(' ');
      assert.doesNotMatch(said, /comparison|\{\d\}|undefined|null|NaN/, said);
      assert.equal(actions[0]?.label, 'Go over it for this image');
    }
  });

  it('leaves the day’s budget and every other failure as they are, but for edits that a picture has not', () => {
    const { sentence, actions } = describeImageFailure({ ...reached, period: 'day', reserved: 0 }, null);
    assert.match(sentence, /^Today’s budget of \$5\.00/);
    assert.equal(actions[0]?.label, 'Go over it for this image');
    assert.match(describeImageFailure({ kind: 'no-image' }, null).sentence, /\.$/);
    for (const limit of ['output', 'context', 'size'] as const) {
      assert.doesNotMatch(describeImageFailure({ kind: 'truncated', limit }, null).sentence, /edit/);
    }
  });
});
