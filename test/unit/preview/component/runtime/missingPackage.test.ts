import assert from 'node:assert/strict';
import {
  isMissing,
  missingPackage,
  shownComponent,
} from '../../../../../src/preview/component/runtime/missingPackage.ts';

describe('what stands for a missing package', () => {
  const box = (words: string) => ({ box: words });
  const told: string[] = [];
  const marking = { marked: box, didUse: (words: string) => void told.push(words) };
  const missing = missingPackage('x is not there', marking) as Record<string, Record<string, unknown>>;

  it('shows a box wherever a component is taken from it', () => {
    assert.deepEqual(shownComponent(missing.Chart), { box: 'x is not there (Chart)' });
    assert.deepEqual(shownComponent(missing.motion?.div), { box: 'x is not there (motion.div)' });
    assert.deepEqual(shownComponent(missing.default), { box: 'x is not there' });
    const own = () => null;
    assert.equal(shownComponent(own), own);
    assert.equal(shownComponent('div'), 'div');
  });

  it('gives more of the same wherever something is done with it, and tells of it', () => {
    const hook = missing.useThing as unknown as { (): Record<string, unknown>; new (): object };
    assert.deepEqual(shownComponent(hook().data), { box: 'x is not there (useThing().data)' });
    assert.ok(isMissing(new hook()));
    assert.deepEqual(told.splice(0), ['x is not there (useThing)', 'x is not there (useThing)']);
    const [value, set] = hook() as unknown as readonly unknown[];
    assert.deepEqual([value, set].map(isMissing), [true, true]);
    assert.equal(`${String(value)}`, 'x is not there (useThing()[0])');
    class Own extends hook {
      readonly name = 'own';
    }
    assert.equal(new Own().name, 'own');
    assert.equal(
      isMissing(() => null),
      false,
    );
  });

  it('is a module, and no promise', async () => {
    assert.equal(missing.__esModule, true);
    assert.equal(await Promise.resolve(missing), missing);
  });
});
