import { DatabaseSync } from 'node:sqlite';

// Keeps a ledger locked against writers, or against everybody: prints `locked`, and lets go at a line of input.
// Argument: path|writers or path|everybody.
const [path = '', against = ''] = (process.argv[2] ?? '').split('|');
const database = new DatabaseSync(path);
database.exec('PRAGMA busy_timeout = 10000');
if (against === 'everybody') database.exec('PRAGMA locking_mode = EXCLUSIVE');
database.exec('BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS held (lock)');
process.stdout.write('locked\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
database.exec('ROLLBACK');
database.close();
process.exit();
