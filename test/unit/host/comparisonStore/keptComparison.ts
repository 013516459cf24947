import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock, Log, SavedComparison } from '../../../../src/app/ports.ts';
import { newComparison } from '../../../../src/core/comparison.ts';
import type { Contender } from '../../../../src/core/contender.ts';
import type { Side } from '../../../../src/core/side.ts';
import type { FileStoreOptions } from '../../../../src/host/comparisonStore/fileComparisonStore.ts';
import { FileComparisonStore } from '../../../../src/host/comparisonStore/fileComparisonStore.ts';

/** The machine's own clock. */
export const realClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Keeps what was logged. */
export class KeepingLog implements Log {
  readonly lines: string[] = [];

  info(message: string): void {
    this.lines.push(`info: ${message}`);
  }

  warn(message: string): void {
    this.lines.push(`warn: ${message}`);
  }

  error(message: string, cause?: unknown): void {
    this.lines.push(`error: ${message} ${String(cause)}`);
  }
}

function contender(side: Side): Contender {
  return {
    side,
    provider: side === 'left' ? 'openai' : 'anthropic',
    model: `model-${side}`,
    label: `Model ${side}`,
    effort: null,
    defaultEffort: null,
    maxOutputTokens: 1000,
    usesTools: true,
    scripted: true,
  };
}

/** A comparison as a session hands it to the store. */
export function savedComparison(id: string, savedAt: number, changes: { text?: string; settled?: boolean } = {}) {
  const file = {
    path: 'src/secretive.ts',
    uri: 'file:///shop/src/secretive.ts',
    languageId: 'typescript',
    version: 1,
    text: changes.text ?? 'one\ntwo\n',
  };
  const task = { kind: 'fix', instruction: 'Find the bug.', file, selection: null, otherFiles: [] } as const;
  const comparison = newComparison(id, 'draft', task, [], contender('left'), contender('right'));
  const saved: SavedComparison = {
    comparison: changes.settled ? { ...comparison, phase: 'settled', outcome: { kind: 'declined' } } : comparison,
    conversations: { left: { history: ['said'] }, right: null },
    savedAt,
  };
  return saved;
}

/** A folder of its own, and every store opened in it. */
export class StoreFolder {
  readonly parent = mkdtempSync(join(tmpdir(), 'tiebreak-store-'));
  readonly folder = join(this.parent, 'comparisons');
  readonly log = new KeepingLog();
  failures = 0;

  open(options: Partial<FileStoreOptions> = {}): FileComparisonStore {
    return new FileComparisonStore({
      folder: this.folder,
      clock: realClock,
      log: this.log,
      onDidFail: () => {
        this.failures += 1;
      },
      ...options,
    });
  }

  path(id: string): string {
    return join(this.folder, `${id}.json`);
  }

  cleanUp(): void {
    rmSync(this.parent, { recursive: true, force: true });
  }
}
