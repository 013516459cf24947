import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { collectOutcomes } from '../vscode/collectOutcomes.ts';
import type { TestMessage } from '../vscode/testOutcome.ts';

/** One test file: its path for messages, and the step that runs it so that it registers its tests. */
export type TestFile = readonly [path: string, load: () => unknown];

/**
 * Runs the given test files with mocha inside the extension host, and tells each outcome over a loopback connection:
 * an extension host that dies closes it, so that the other end never waits in vain.
 *
 * @throws Error when a test file cannot be loaded or the port in TIEBREAK_TEST_PORT does not answer.
 */
export async function runTestFiles(files: readonly TestFile[]): Promise<void> {
  const connection = connect(Number(process.env.TIEBREAK_TEST_PORT), '127.0.0.1');
  await once(connection, 'connect');
  try {
    const { default: Mocha } = await import('mocha');
    const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: class extends Mocha.reporters.Base {} });
    mocha.grep(process.env.TIEBREAK_TEST_GREP ?? '');
    for (const [path, load] of files) {
      // What mocha does around each file it loads by itself: put describe, it and the others in place.
      mocha.suite.emit('pre-require', globalThis, path, mocha);
      await load();
    }
    await new Promise<void>((resolve) => {
      collectOutcomes(
        mocha.run(() => resolve()),
        (outcome) => send(connection, outcome),
      );
    });
    send(connection, { state: 'done' });
  } catch (cause) {
    const error = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    send(connection, { title: 'the test files load', state: 'failed', milliseconds: 0, file: null, error });
    throw cause;
  } finally {
    connection.end();
    await once(connection, 'close');
  }
}

function send(connection: Socket, message: TestMessage): void {
  connection.write(`${JSON.stringify(message)}\n`);
}
