import assert from 'node:assert/strict';
import { ComparisonSession } from '../../../src/app/comparisonSession.ts';
import { OpenComparisons } from '../../../src/app/openComparisons.ts';
import type { Script } from './fakes.ts';
import { contender, finalUsage, sampleTask, servicesWith, silence } from './fakes.ts';
import { settled } from './heldClock.ts';

const short: Script = [
  { type: 'connected', requestId: null },
  { type: 'prose', text: 'a' },
  { type: 'prose', text: 'b' },
  finalUsage(1),
  { type: 'end' },
];
const endless: Script = (_results, signal) => silence(signal);

function begin(left: Script, right: Script) {
  const { services } = servicesWith({ left: [left], right: [right] });
  const comparisons = new OpenComparisons();
  const told: boolean[] = [];
  comparisons.onDidChangeUnderWay((isUnderWay) => told.push(isUnderWay));
  const session = new ComparisonSession(sampleTask, contender('left'), contender('right'), true, services);
  comparisons.add(session);
  return { comparisons, session, told };
}

describe('open comparisons', () => {
  it('tell once that something got under way, and once that the last answer has ended', async () => {
    const { comparisons, session, told } = begin(short, short);
    await session.ask(['left', 'right']);
    assert.deepEqual(told, [true, false]);
    assert.equal(comparisons.latestUnderWay, null);
  });

  it('count gathering context as under way, and cancelling then as the end of it', () => {
    const { services } = servicesWith({});
    const comparisons = new OpenComparisons();
    const told: boolean[] = [];
    comparisons.onDidChangeUnderWay((isUnderWay) => told.push(isUnderWay));
    comparisons.add(new ComparisonSession(sampleTask, contender('left'), contender('right'), false, services));
    comparisons.latestUnderWay?.cancel(null);
    assert.deepEqual(told, [true, false]);
  });

  it('tell that nothing is under way any more when the panel of a streaming one is closed', async () => {
    const { comparisons, session, told } = begin(endless, endless);
    const asked = session.ask(['left', 'right']);
    await settled();
    assert.equal(comparisons.latestUnderWay, session);
    comparisons.remove(session);
    assert.deepEqual(told, [true, false]);
    await asked;
  });

  it('find a comparison by its id while its panel is open', () => {
    const { comparisons, session } = begin(short, short);
    const { id } = session.comparison;
    assert.equal(comparisons.find(id), session);
    assert.equal(comparisons.find('other'), null);
    comparisons.remove(session);
    assert.equal(comparisons.find(id), null);
  });

  it('leave an answer under way, to be found interrupted, when the extension ends', async () => {
    const { comparisons, session } = begin(endless, endless);
    const asked = session.ask(['left', 'right']);
    await settled();
    comparisons.dispose();
    await asked;
    assert.equal(session.comparison.left.status, 'connecting');
  });
});
