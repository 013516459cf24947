import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ContenderChoice } from '../../../src/models/catalog.ts';
import { catalog, contenderFor, contextTokensOf } from '../../../src/models/catalog.ts';

const choice: ContenderChoice = {
  modelId: 'openai/gpt-5.5',
  effort: null,
  maxOutputTokens: 32_000,
  usesTools: true,
  scripted: false,
};
const contender = (changes: Partial<ContenderChoice>) => {
  const found = contenderFor('left', { ...choice, ...changes });
  assert.ok('side' in found);
  return found;
};

describe('contenderFor', () => {
  it('knows which models take no pictures, or is told so', () => {
    assert.equal('takesImages' in contender({}), false);
    assert.equal(contender({ takesImages: false }).takesImages, false);
    assert.equal(contender({ modelId: 'openai/o3-mini' }).takesImages, false);
    assert.equal('takesImages' in contender({ takesImages: false, scripted: true }), false);
  });

  it('knows the default models by their names', () => {
    assert.deepEqual(contender({}), {
      side: 'left',
      provider: 'openai',
      model: 'gpt-5.5',
      label: 'GPT-5.5',
      effort: null,
      defaultEffort: 'medium',
      maxOutputTokens: 32_000,
      usesTools: true,
      scripted: false,
    });
    const opus = contender({ modelId: 'anthropic/claude-opus-4-7', scripted: true });
    assert.deepEqual([opus.label, opus.defaultEffort, opus.scripted], ['Claude Opus 4.7', 'high', true]);
  });

  it('takes models of its providers that it does not know as they are', () => {
    const other = contender({ modelId: 'openai/org/my-model', effort: 'max', maxOutputTokens: 999_999 });
    assert.deepEqual([other.model, other.label, other.effort], ['org/my-model', 'org/my-model', 'max']);
    assert.deepEqual([other.defaultEffort, other.maxOutputTokens], [null, 999_999]);
  });

  it('holds a dated snapshot to the limits of its model, under its own name', () => {
    const dated = contender({ modelId: 'openai/gpt-5.5-2026-04-23', effort: 'max', maxOutputTokens: 500_000 });
    assert.deepEqual([dated.label, dated.effort, dated.maxOutputTokens], ['gpt-5.5-2026-04-23', null, 128_000]);
  });

  it('sends no effort that the model does not take', () => {
    assert.equal(contender({ effort: 'max' }).effort, null);
    assert.equal(contender({ effort: 'xhigh' }).effort, 'xhigh');
    assert.equal(contender({ modelId: 'anthropic/claude-opus-4-7', effort: 'none' }).effort, null);
    assert.equal(contender({ modelId: 'anthropic/claude-opus-4-7', effort: 'max' }).effort, 'max');
  });

  it('keeps the output limit between one and the model’s own', () => {
    assert.equal(contender({ maxOutputTokens: 1_000_000 }).maxOutputTokens, 128_000);
    assert.equal(contender({ maxOutputTokens: 0 }).maxOutputTokens, 1);
    assert.equal(contender({ maxOutputTokens: 10.7 }).maxOutputTokens, 10);
  });

  it('goes without tools where the person says so, unless the answers are scripted', () => {
    assert.equal(contender({ usesTools: false }).usesTools, false);
    assert.equal(contender({ usesTools: false, scripted: true }).usesTools, true);
  });

  it('refuses ids without a provider of its own or without a model', () => {
    for (const modelId of ['gpt-5.5', 'mistral/large', 'openai/', '/gpt-5.5', '']) {
      assert.deepEqual(contenderFor('right', { ...choice, modelId }), { kind: 'model-unknown', modelId });
    }
  });

  it('lists no model twice', () => {
    const ids = catalog.map(({ provider, model }) => `${provider}/${model}`);
    assert.equal(new Set(ids).size, ids.length);
  });
});

describe('contextTokensOf', () => {
  it('knows the room of the default models and of their snapshots, and no other', () => {
    assert.equal(contextTokensOf('openai', 'gpt-5.5'), 1_050_000);
    assert.equal(contextTokensOf('anthropic', 'claude-opus-4-7-20260416'), 1_000_000);
    assert.equal(contextTokensOf('openai', 'claude-opus-4-7'), null);
    assert.equal(contextTokensOf('openai', 'gpt-5.4'), null);
    assert.equal(contextTokensOf('anthropic', 'my-model'), null);
  });
});
