import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { ImageAsset } from '../../../../src/core/asset/imageAsset.ts';
import { FileImageStore } from '../../../../src/host/asset/fileImageStore.ts';
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
      log: silentLog,
      onDidFail: () => {
        failures += 1;
      },
    });

  it('gives another window what was saved, until it is removed', async () => {
    const asset = await paidFor();
    await open().save(asset);
    assert.deepEqual(await open().load(asset.id), asset);
    assert.deepEqual(
      (await open().list()).map(({ id }) => id),
      [asset.id],
    );
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
