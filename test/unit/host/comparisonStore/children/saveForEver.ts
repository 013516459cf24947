import { FileComparisonStore } from '../../../../../src/host/comparisonStore/fileComparisonStore.ts';
import { KeepingLog, realClock, savedComparison } from '../keptComparison.ts';

// Saves one comparison again and again, small and large by turns, printing the number of each once it is kept, and waits
// to be killed. Argument: folder.
const folder = process.argv[2] ?? '';
const store = new FileComparisonStore({
  folder,
  clock: realClock,
  log: new KeepingLog(),
  onDidFail: () => process.exit(1),
});
await store.load('killed');
for (let count = Number(process.argv[3]); ; count += 1) {
  store.save(savedComparison('killed', count, { text: `${count}\n`.repeat(count % 2 === 0 ? 10 : 60_000) }));
  await store.flush();
  process.stdout.write(`${count}\n`);
}
