import assert from 'node:assert/strict';
import {
  fittedSize,
  imageTokens,
  isSeenWhole,
  mostImageTokens,
  sightOf,
} from '../../../../src/core/images/imageSight.ts';

const gpt = sightOf('openai', 'gpt-5.5');
const opus = sightOf('anthropic', 'claude-opus-4-7');
const older = sightOf('anthropic', 'claude-opus-4-6');

describe('what models see of a picture', () => {
  it('is told by family, and for unknown models by the most modest one', () => {
    assert.deepEqual(
      ['gpt-5.5', 'gpt-5.5-2026-04-23', 'gpt-5.4', 'gpt-6.1-sol', 'gpt-4.1-mini', 'house'].map(
        (model) => sightOf('openai', model).mostPatches,
      ),
      [2500, 2500, 2500, 2500, 1536, 1536],
    );
    assert.deepEqual(
      ['claude-opus-4-7', 'claude-opus-5-5', 'claude-sonnet-5-5', 'claude-opus-4-6', 'claude-sonnet-4-5', 'house'].map(
        (model) => sightOf('anthropic', model).longestEdge,
      ),
      [2576, 2576, 2576, 1568, 1568, 1568],
    );
  });

  it('fits in the proportions of the picture, and never makes it larger', () => {
    assert.deepEqual(fittedSize({ width: 760, height: 430 }, [gpt, opus]), { width: 760, height: 430 });
    for (const size of [
      { width: 2880, height: 1800 },
      { width: 1800, height: 2880 },
      { width: 7000, height: 7000 },
      { width: 300, height: 20_000 },
      { width: 50_000, height: 1 },
    ]) {
      for (const sights of [[gpt, opus], [gpt, older], [older]]) {
        const fitted = fittedSize(size, sights);
        assert.ok(sights.every((sight) => isSeenWhole(fitted, sight)));
        assert.ok(fitted.width <= size.width && fitted.height <= size.height);
        const [long, short] = [Math.max(size.width, size.height), Math.min(size.width, size.height)];
        const scale = Math.max(fitted.width, fitted.height) / long;
        assert.ok(Math.abs(short * scale - Math.min(fitted.width, fitted.height)) <= 1);
      }
    }
  });

  it('loses little: a large picture nearly fills the smaller of both limits', () => {
    const { width, height } = fittedSize({ width: 2880, height: 1800 }, [gpt, opus]);
    assert.ok(imageTokens('openai', 'gpt-5.5', { width, height }) > 2400);
    assert.ok(width > 1900);
  });

  it('is counted in squares, each begun one whole', () => {
    assert.equal(imageTokens('openai', 'gpt-5.5', { width: 1024, height: 1025 }), 32 * 33);
    assert.equal(imageTokens('anthropic', 'claude-opus-4-7', { width: 1000, height: 1000 }), 36 * 36);
    assert.equal(imageTokens('anthropic', 'claude-opus-4-6', { width: 2000, height: 2000 }), 1568);
  });

  it('never comes to more than its bound', () => {
    for (const side of [1, 31, 500, 1568, 2048]) {
      const size = { width: side, height: side };
      const dearest = Math.ceil(Math.ceil(side / 32) ** 2 * 2.46);
      assert.ok(mostImageTokens(size) >= Math.max(dearest, imageTokens('anthropic', 'claude-opus-4-7', size)));
    }
  });
});
