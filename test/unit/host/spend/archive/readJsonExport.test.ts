import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { entryTimes } from '../../../../../src/app/archive/entryTimes.ts';
import { readJsonExport } from '../../../../../src/host/spend/archive/readJsonExport.ts';
import { exported, filledArchive, importedAt } from './exportFixture.ts';

/** Bytes in use once nothing is left that nobody needs. */
function bytesInUse(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

describe('readJsonExport', () => {
  it('keeps no entry that it has given', async () => {
    const { folder, archive } = await filledArchive();
    const [about = '', entries = ''] = (await exported(archive, 'json')).split('"requests":[');
    folder.cleanUp();
    const [entry = ''] = entries.trim().split(',\n');
    const count = 20_000;
    async function* texts() {
      yield `${about}"requests":[`;
      for (let index = 0; index < count; index += 1) yield (index === 0 ? '' : ',') + entry;
      yield '],"acceptedChanges":[]}';
    }
    const before = bytesInUse();
    let read = 0;
    let during = 0;
    for await (const each of readJsonExport(texts(), entryTimes(importedAt))) {
      assert.ok(!('kind' in each), JSON.stringify(each));
      read += 1;
      if (read === count) during = bytesInUse();
    }
    assert.equal(read, count);
    assert.ok(during - before < 8e6, `${during - before} bytes more`);
  });
});
