import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { ImageAsset } from '../../../../src/core/asset/imageAsset.ts';
import { FileImageStore } from '../../../../src/host/asset/fileImageStore.ts';
import { systemClock } from '../../../../src/host/systemClock.ts';
import { onePixel } from '../../../wire/imageReplies.ts';
import { imageDraft, sanitizer } from '../../app/asset/imageFixture.ts';

const silentLog = { info() {}, warn() {}, error() {} };

async function paidFor(): Promise<ImageAsset> {
  const { session } = imageDraft({ left: [[{ type: 'picture', base64: onePixel, partial: false }, { type: 'end' }]] });
  await session.ask(['left']);
  return session.asset;
}

describe('the store of image assets', () => {
  let root: string;
  let failures: number;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'tiebreak-images-'));
    failures = 0;
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const open = (folder = join(root, 'images')) =>
    new FileImageStore({
      folder,
      sanitizer,
      clock: systemClock,
      log: silentLog,
      onDidFail: () => {
        failures += 1;
      },
    });

  it('gives another window what was saved, until it is removed', async () => {
    const asset = await paidFor();
    await open().save(asset);
    assert.deepEqual(await open().load(asset.id), asset);
    assert.deepEqual(await open().list(), [{ id: asset.id, instruction: 'A dot', madeBy: ['GPT-5.5'] }]);
    await open().remove(asset.id);
    assert.equal(await open().load(asset.id), null);
    assert.equal(failures, 0);
  });

  it('keeps the latest thirty, and no other file is touched', async () => {
    const asset = await paidFor();
    const store = open();
    for (let count = 0; count < 32; count += 1) {
      await store.save({ ...asset, id: `id-${count}` });
      utimesSync(join(root, 'images', `id-${count}.json`), count + 1, count + 1);
    }
    writeFileSync(join(root, 'images', 'notes.txt'), 'mine');
    await store.save({ ...asset, id: 'last' });
    const names = readdirSync(join(root, 'images'));
    assert.equal(names.filter((name) => name.endsWith('.json')).length, 30);
    assert.ok(names.includes('last.json') && names.includes('notes.txt') && !names.includes('id-0.json'));
  });

  it('leaves an asset to the window that opened it last, and no other overwrites it', async () => {
    const asset = await paidFor();
    const [first, second] = [open(), open()];
    await first.save(asset);
    const opened = await second.load(asset.id);
    assert.deepEqual(opened, asset);
    const described = { ...asset, left: { ...asset.left, ownAltText: 'A red dot' } };
    await second.save(described);
    await first.save({ ...asset, left: { ...asset.left, ownAltText: 'A stale dot' } });
    assert.deepEqual(await open().load(asset.id), described);
    // Opened again, it is the first window's.
    await first.load(asset.id);
    await second.save(asset);
    assert.deepEqual(await open().load(asset.id), described);
    assert.equal(failures, 0);
  });

  it('writes only the latest of many changes that come while it writes', async () => {
    const asset = await paidFor();
    const store = open();
    const written: string[] = [];
    const changed = (ownAltText: string): ImageAsset => ({
      ...asset,
      left: { ...asset.left, ownAltText },
      get instruction() {
        written.push(ownAltText);
        return 'A dot';
      },
    });
    await Promise.all(Array.from({ length: 40 }, (_, count) => store.save(changed(`A dot ${count}`))));
    assert.equal((await open().load(asset.id))?.left.ownAltText, 'A dot 39');
    assert.deepEqual(written, ['A dot 39']);
  });

  it('tidies away what a killed window left half-written', async () => {
    const asset = await paidFor();
    const store = open();
    await store.save(asset);
    const [old, fresh] = ['x.json.1.1.tmp', 'x.json.2.2.tmp'];
    for (const name of [old, fresh]) writeFileSync(join(root, 'images', name), '{');
    utimesSync(join(root, 'images', old), 1, 1);
    await store.save(asset);
    const names = readdirSync(join(root, 'images'));
    assert.ok(names.includes(fresh) && !names.includes(old));
  });

  it('says once that nothing can be kept, and takes no name for a path', async () => {
    writeFileSync(join(root, 'file'), '');
    const store = open(join(root, 'file'));
    const asset = await paidFor();
    await store.save(asset);
    await store.save(asset);
    assert.equal(failures, 1);
    assert.equal(await open().load('../file'), null);
    writeFileSync(join(root, 'damaged'), '{');
    assert.equal(await open(root).load('damaged'), null);
  });
});
