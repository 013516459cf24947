import type { Comparison } from '../core/comparison.ts';
import { baseFiles } from '../core/comparison.ts';
import { sides } from '../core/side.ts';
import type { SourceFile } from '../core/task.ts';
import type { DocumentWatch } from './ports.ts';

/** Watches the files of a comparison for as long as there are hunks of them to decide on. */
export class DriftWatch {
  private readonly watch: DocumentWatch;
  private readonly changed: (path: string, text: string | null) => void;
  private watched: ReadonlySet<SourceFile> = new Set();
  private handles: readonly { dispose(): void }[] = [];

  constructor(watch: DocumentWatch, changed: (path: string, text: string | null) => void) {
    this.watch = watch;
    this.changed = changed;
  }

  /** Watches what has to be watched now. */
  follow(comparison: Comparison): void {
    const isOpen = comparison.phase === 'open' || comparison.phase === 'applying';
    if (!isOpen || sides.every((side) => comparison[side].hunks.length === 0)) {
      this.stop();
      return;
    }
    const files = baseFiles(comparison);
    const added = files.filter((file) => !this.watched.has(file));
    if (added.length === 0) return;
    // What differs already is told at once, in the midst of this; by then it has to be known as watched.
    const isBeginning = this.watched.size === 0;
    this.watched = new Set([...this.watched, ...added]);
    // Nobody looked meanwhile: what is known of it may be long past.
    if (isBeginning) for (const { path, text } of files) if (path in comparison.drift) this.changed(path, text);
    this.handles = [...this.handles, this.watch.watch(added, this.changed)];
  }

  stop(): void {
    for (const handle of this.handles) handle.dispose();
    this.handles = [];
    this.watched = new Set();
  }
}
