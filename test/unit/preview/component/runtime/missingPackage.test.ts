import assert from 'node:assert/strict';
import { missingPackage, shownComponent } from '../../../../../src/preview/component/runtime/missingPackage.ts';

describe('what stands for a missing package', () => {
  const box = (words: string) => ({ box: words });
  const missing = missingPackage('x is not there', box) as Record<string, Record<string, unknown>>;

  it('shows a box wherever a component is taken from it', () => {
    assert.deepEqual(shownComponent(missing.Chart), { box: 'x is not there (Chart)' });
    assert.deepEqual(shownComponent(missing.motion?.div), { box: 'x is not there (motion.div)' });
    assert.deepEqual(shownComponent(missing.default), { box: 'x is not there' });
    const own = () => null;
    assert.equal(shownComponent(own), own);
    assert.equal(shownComponent('div'), 'div');
  });

  it('complains wherever something is to be done with it', () => {
    const call = missing.useThing as unknown as { (): void; call(self: unknown): void; new (): object };
    assert.throws(() => call(), /^Error: x is not there \(useThing\)$/);
    assert.throws(() => call.call(undefined), /useThing/);
    assert.throws(() => new call(), /useThing/);
  });

  it('is a module, and no promise', async () => {
    assert.equal(missing.__esModule, true);
    assert.equal(await Promise.resolve(missing), missing);
  });
});
