import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { StoreFolder } from './keptComparison.ts';

const program = fileURLToPath(new URL('./children/saveForEver.ts', import.meta.url));
/** More of them by hand: `TIEBREAK_KILLS=500`. */
const kills = Number(process.env.TIEBREAK_KILLS ?? 25);

/** Lets a process write until it has printed that often, then ends it at once. @returns the last number it printed */
async function killAfter(folder: string, first: number, lines: number): Promise<number> {
  const child = spawn(process.execPath, [program, folder, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  const closed = once(child, 'close');
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (output.split('\n').length > lines) child.kill('SIGKILL');
  });
  const [, signal] = await closed;
  assert.equal(signal, 'SIGKILL', 'the child did not end by itself');
  const printed = output.split('\n').slice(0, -1);
  return Number(printed.at(-1));
}

describe('a store whose process is killed while it writes', () => {
  const place = new StoreFolder();
  after(() => place.cleanUp());

  it('has the last state that was kept, or a later one, and all of it', async function () {
    this.timeout(kills * 4_000);
    let next = 1;
    for (let kill = 1; kill <= kills; kill += 1) {
      const last = await killAfter(place.folder, next, 1 + (kill % 7));
      const saved = await place.open().load('killed');
      assert.ok(saved !== null, `kill ${kill}: nothing could be read`);
      const { savedAt, comparison } = saved;
      assert.ok(savedAt === last || savedAt === last + 1, `kill ${kill}: ${savedAt} after ${last}`);
      const text = `${savedAt}\n`.repeat(savedAt % 2 === 0 ? 10 : 60_000);
      assert.equal(comparison.task.file.text, text, `kill ${kill}: a part of it is of another state`);
      next = savedAt + 1;
    }
    assert.deepEqual(place.log.lines, []);
  });
});
