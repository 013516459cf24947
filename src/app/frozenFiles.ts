import { isAbsolutePath, normalizedPath } from '../core/edits/pathRules.ts';
import type { SourceFile } from '../core/task.ts';
import type { WorkspaceReader } from './ports.ts';

/** Why a file is not shown to a model, in words for it. */
interface Refused {
  readonly refused: string;
}

/** What a comparison knows of its files. */
export interface FrozenFilesSource {
  /** Those that hunks can be against, as they are frozen. */
  readonly files: () => readonly SourceFile[];
  /** Those that the person took out of the request. */
  readonly withheld: () => readonly string[];
  /** Keeps a file that was read for the first time. */
  readonly freeze: (file: SourceFile) => void;
  /** The task's own file. */
  readonly near: () => SourceFile;
}

/**
 * The files beyond a task's that its models read or edit. Whoever asks for a file first freezes it for both sides, so
 * that both work on the same text however much is typed meanwhile.
 */
export class FrozenFiles {
  private readonly reader: WorkspaceReader;
  private readonly source: FrozenFilesSource;

  constructor(reader: WorkspaceReader, source: FrozenFilesSource) {
    this.reader = reader;
    this.source = source;
  }

  /** The file as it is frozen, read now if it was not yet. */
  async read(written: string): Promise<SourceFile | Refused> {
    if (this.isWithheld(written)) return refusedByPerson;
    const path = normalizedPath(written);
    const known = this.frozen(path);
    if (known !== null) return known;
    const file = await this.reader.readFile(written, this.source.near());
    if ('refused' in file) return file;
    if (this.isWithheld(file.path)) return refusedByPerson;
    // The other side may have read it in the meantime, or this one under another spelling of its path.
    this.source.freeze(file);
    return this.frozen(file.path) ?? file;
  }

  /** The files that the person took out of the request. */
  get withheld(): readonly string[] {
    return this.source.withheld();
  }

  isWithheld(written: string): boolean {
    const path = normalizedPath(written);
    const isMeant = (own: string) => own === path || (isAbsolutePath(path) && path.endsWith(`/${own}`));
    return this.withheld.some(isMeant);
  }

  private frozen(path: string): SourceFile | null {
    return this.source.files().find((file) => file.path === path) ?? null;
  }
}

const refusedByPerson: Refused = { refused: 'The person took this file out of what you are shown. Do without it.' };
