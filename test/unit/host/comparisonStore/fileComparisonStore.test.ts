import assert from 'node:assert/strict';
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SavedComparison } from '../../../../src/app/ports.ts';
import { longestKept, mostKept } from '../../../../src/host/comparisonStore/retention.ts';
import { HeldClock } from '../../app/heldClock.ts';
import { StoreFolder, savedComparison } from './keptComparison.ts';

const idsOf = (list: readonly SavedComparison[]) => list.map(({ comparison }) => comparison.id);

describe('the comparison store', () => {
  let place: StoreFolder;
  beforeEach(() => {
    place = new StoreFolder();
  });
  afterEach(() => place.cleanUp());

  it('gives another window everything that was saved, and nothing where nothing was', async () => {
    const saved = savedComparison('one', 5);
    const store = place.open();
    assert.equal(await store.load('one'), null);
    store.save(saved);
    await store.flush();
    assert.deepEqual(await place.open().load('one'), saved);
    assert.equal(await place.open().load('other'), null);
  });

  it('lets nobody but the person read what was asked', async function () {
    if (process.platform === 'win32') this.skip();
    const store = place.open();
    store.save(savedComparison('one', 5));
    await store.flush();
    assert.equal(statSync(place.path('one')).mode & 0o777, 0o600);
    assert.equal(statSync(place.folder).mode & 0o777, 0o700);
  });

  it('makes one write of many changes, and never more than two a second', async () => {
    const clock = new HeldClock();
    const store = place.open({ clock });
    const stamp = () => (existsSync(place.path('one')) ? statSync(place.path('one'), { bigint: true }).mtimeNs : null);
    for (let savedAt = 1; savedAt <= 100; savedAt += 1) store.save(savedComparison('one', savedAt));
    assert.equal(stamp(), null, 'nothing is written in the middle of a token');
    await clock.advance(0);
    const first = await store.load('one');
    assert.equal(first?.savedAt, 100);
    const firstStamp = stamp();
    store.save(savedComparison('one', 101));
    await clock.advance(499);
    assert.equal(stamp(), firstStamp);
    await clock.advance(1);
    assert.equal((await store.load('one'))?.savedAt, 101);
  });

  it('loads and lists what was not written yet', async () => {
    const store = place.open({ clock: new HeldClock() });
    store.save(savedComparison('one', 1));
    store.save(savedComparison('two', 2));
    assert.equal((await store.load('one'))?.savedAt, 1);
    store.save(savedComparison('one', 3));
    assert.deepEqual(idsOf(await store.list()), ['one', 'two']);
  });

  it('forgets what is removed, even when it was waiting to be written, and keeps it again when it is saved again', async () => {
    const store = place.open();
    store.save(savedComparison('one', 1));
    await store.flush();
    store.save(savedComparison('one', 2));
    await store.remove('one');
    await store.flush();
    assert.equal(await place.open().load('one'), null);
    assert.deepEqual(readdirSync(place.folder), []);
    store.save(savedComparison('one', 3));
    await store.flush();
    assert.equal((await place.open().load('one'))?.savedAt, 3);
  });

  it('writes what is waiting when it ends, and nothing after that', async () => {
    const store = place.open({ clock: new HeldClock() });
    store.save(savedComparison('one', 1));
    store.dispose();
    store.save(savedComparison('one', 2));
    store.save(savedComparison('two', 2));
    await store.flush();
    assert.equal((await place.open().load('one'))?.savedAt, 1);
    assert.equal(existsSync(place.path('two')), false);
  });

  it('ends with the latest state on disk, whatever was being written at that moment', async () => {
    for (let turn = 1; turn <= 30; turn += 1) {
      const store = place.open();
      await store.load('one');
      store.save(savedComparison('one', turn * 10, { text: 'line\n'.repeat(20_000) }));
      const writing = store.flush();
      for (let step = 0; step < turn; step += 1) await new Promise((resolve) => setImmediate(resolve));
      store.save(savedComparison('one', turn * 10 + 1));
      store.dispose();
      await writing;
      assert.equal((await place.open().load('one'))?.savedAt, turn * 10 + 1);
    }
    assert.deepEqual(readdirSync(place.folder), ['one.json']);
  });

  it('leaves a comparison to the window that loaded it last', async () => {
    const savedAt = async () => (await place.open().list())[0]?.savedAt;
    const older = place.open();
    older.save(savedComparison('one', 1));
    await older.flush();
    const newer = place.open();
    const restored = await newer.load('one');
    assert.ok(restored !== null);
    // The older one writes before the newer one has anything to say.
    older.save(savedComparison('one', 3));
    await older.flush();
    assert.equal(await savedAt(), 1);
    newer.save({ ...restored, savedAt: 4 });
    await newer.flush();
    older.save(savedComparison('one', 5));
    older.dispose();
    assert.equal(await savedAt(), 4);
    newer.save({ ...restored, savedAt: 6 });
    await newer.flush();
    assert.equal(await savedAt(), 6);
    assert.deepEqual(place.log.lines, ['info: A comparison is kept by another window now, and no longer by this one.']);
  });

  it('does not bring back what another window removed', async () => {
    const one = place.open();
    one.save(savedComparison('one', 1));
    await one.flush();
    await place.open().remove('one');
    one.save(savedComparison('one', 2));
    await one.flush();
    one.dispose();
    assert.equal(existsSync(place.path('one')), false);
  });

  it('sets a damaged file aside, tells nothing of its content, and lists the others', async () => {
    const store = place.open();
    for (const id of ['cut', 'zeros', 'other', 'whole', 'swapped', 'shape']) store.save(savedComparison(id, 1));
    await store.flush();
    const text = readFileSync(place.path('cut'), 'utf8');
    writeFileSync(place.path('cut'), text.slice(0, text.length - 7));
    writeFileSync(place.path('zeros'), Buffer.alloc(text.length));
    writeFileSync(place.path('other'), '[]');
    writeFileSync(place.path('swapped'), readFileSync(place.path('whole')));
    writeFileSync(place.path('shape'), text.replace('"choices":{}', '"choices":{"gone":{}}'));
    const next = place.open();
    assert.equal(await next.load('cut'), null);
    assert.deepEqual(idsOf(await next.list()), ['whole']);
    assert.deepEqual(readdirSync(place.folder).sort(), [
      'cut.json.damaged',
      'other.json.damaged',
      'shape.json.damaged',
      'swapped.json.damaged',
      'whole.json',
      'zeros.json.damaged',
    ]);
    assert.equal(place.log.lines.length, 5);
    assert.ok(place.log.lines.every((line) => /^warn: .*\.json\.damaged\.$/.test(line)));
    assert.ok(place.log.lines.every((line) => !line.includes('secretive')));
    // The person's next state of it is kept as if nothing had been there.
    next.save(savedComparison('cut', 2));
    await next.flush();
    assert.equal((await place.open().load('cut'))?.savedAt, 2);
  });

  it('is never taken in by any cut of a file', async () => {
    const store = place.open();
    store.save(savedComparison('one', 1));
    await store.flush();
    const bytes = readFileSync(place.path('one'));
    for (let length = 0; length < bytes.length; length += 1) {
      writeFileSync(place.path('one'), bytes.subarray(0, length));
      assert.equal(await place.open().load('one'), null, `cut to ${length} bytes`);
    }
  });

  it('leaves the files of a newer version alone', async () => {
    const store = place.open();
    store.save(savedComparison('one', 1));
    await store.flush();
    const text = readFileSync(place.path('one'), 'utf8').replace('"format":1', '"format":2');
    writeFileSync(place.path('one'), text);
    assert.equal(await place.open().load('one'), null);
    assert.deepEqual(await place.open().list(), []);
    assert.equal(readFileSync(place.path('one'), 'utf8'), text);
  });

  it('takes no id that leads anywhere else', async () => {
    const store = place.open();
    await mkdir(place.folder, { recursive: true });
    const outside = join(place.parent, 'outside.json');
    writeFileSync(outside, '{}');
    for (const id of ['../outside', '', '.', 'a/b', 'a\\b', 'a\0b', 'x'.repeat(101)]) {
      assert.equal(await store.load(id), null);
      await store.remove(id);
    }
    assert.deepEqual(readdirSync(place.parent).sort(), ['comparisons', 'outside.json']);
  });

  it('tells once that nothing can be written, never throws, and writes when it can again', async () => {
    writeFileSync(place.folder, 'a file where the folder should be');
    const store = place.open();
    for (let savedAt = 1; savedAt <= 5; savedAt += 1) {
      store.save(savedComparison('one', savedAt));
      await store.flush();
    }
    assert.equal(await store.load('one'), null);
    assert.equal(place.failures, 1);
    assert.equal(place.log.lines.filter((line) => line.includes('A comparison could not be kept')).length, 1);
    rmSync(place.folder);
    await store.flush();
    assert.equal((await place.open().load('one'))?.savedAt, 5);
  });

  it('keeps the old state where the new one cannot be written', async () => {
    const store = place.open();
    store.save(savedComparison('one', 1));
    await store.flush();
    // A file in the folder's place stops every account, the administrator's too.
    renameSync(place.folder, `${place.folder}.away`);
    writeFileSync(place.folder, '');
    store.save(savedComparison('one', 2));
    await store.flush();
    rmSync(place.folder);
    renameSync(`${place.folder}.away`, place.folder);
    assert.equal((await place.open().load('one'))?.savedAt, 1);
    assert.equal(place.failures, 1);
  });

  it('keeps no more than fifty, and lets decided ones go first', async () => {
    const clock = new HeldClock();
    const before = place.open({ clock });
    for (let index = 0; index < mostKept; index += 1) {
      before.save(savedComparison(`id-${index}`, index, { settled: index === 30 || index === 40 }));
    }
    await before.flush();
    for (let index = 0; index < mostKept; index += 1) {
      utimesSync(place.path(`id-${index}`), index + 1, index + 1);
    }
    const store = place.open({ clock: { ...clock, now: () => 100_000, after: (...given) => clock.after(...given) } });
    for (let index = mostKept; index < mostKept + 3; index += 1) {
      store.save(savedComparison(`id-${index}`, index));
      await store.flush();
    }
    const left = new Set(
      idsOf(
        await place
          .open({ clock: { ...clock, now: () => 100_000, after: (...given) => clock.after(...given) } })
          .list(),
      ),
    );
    assert.equal(left.size, mostKept);
    assert.deepEqual(
      ['id-30', 'id-40', 'id-0', 'id-1', 'id-52'].map((id) => left.has(id)),
      [false, false, false, true, true],
    );
  });

  it('forgets after thirty days, but never what is open', async () => {
    const store = place.open();
    for (const id of ['old', 'open', 'new']) store.save(savedComparison(id, 1));
    await store.flush();
    const longAgo = (Date.now() - longestKept - 60_000) / 1000;
    for (const id of ['old', 'open']) utimesSync(place.path(id), longAgo, longAgo);
    const next = place.open();
    await next.load('open');
    assert.deepEqual(idsOf(await next.list()).sort(), ['new', 'open']);
    assert.equal(existsSync(place.path('old')), false);
  });

  it('clears away what a killed process left half-written', async () => {
    const store = place.open();
    store.save(savedComparison('one', 1));
    await store.flush();
    const left = `${place.path('one')}.1.2.tmp`;
    const fresh = `${place.path('one')}.1.3.tmp`;
    writeFileSync(left, 'half');
    writeFileSync(fresh, 'half');
    utimesSync(left, 1, 1);
    await place.open().list();
    assert.equal(existsSync(left), false);
    assert.equal(existsSync(fresh), true, 'another window may be writing it');
  });
});
