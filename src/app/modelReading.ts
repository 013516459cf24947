import type { Overlay } from '../core/edits/overlay.ts';
import { pathsOf, withFile } from '../core/edits/overlay.ts';
import { knownPath } from '../core/edits/overlayPaths.ts';
import type { FileView, Reading, ReadRequest } from '../core/edits/toolCall.ts';
import { viewFile } from '../core/edits/viewFile.ts';
import type { SourceFile } from '../core/task.ts';
import type { FrozenFiles } from './frozenFiles.ts';
import type { WorkspaceReader } from './ports.ts';

/** What a model's wish to read came to. */
export interface ReadAnswer {
  /** With the file that was read for it, if any. */
  readonly overlay: Overlay;
  /** What the model is told. */
  readonly text: string;
  readonly reading: Reading;
}

/** Answers what a model asks to read: of its candidate as the edits so far left it, of all else as it is. */
export class ModelReading {
  /** How many rounds may be spent on it; 0 when models may see nothing beyond what they were sent. */
  readonly rounds: number;
  private readonly files: FrozenFiles;
  private readonly reader: WorkspaceReader;
  private readonly near: SourceFile;

  constructor(rounds: number, files: FrozenFiles, reader: WorkspaceReader, near: SourceFile) {
    this.rounds = rounds;
    this.files = files;
    this.reader = reader;
    this.near = near;
  }

  get isAllowed(): boolean {
    return this.rounds > 0;
  }

  /** A file that an edit needs, or null when it may not be read; then the edit fails as one of an unknown file. */
  async fileFor(path: string): Promise<SourceFile | { readonly refused: string } | null> {
    return this.isAllowed ? this.files.read(path) : null;
  }

  async answer(request: ReadRequest, overlay: Overlay): Promise<ReadAnswer> {
    if (request.kind === 'view') return this.view(request, overlay);
    if (!this.isAllowed) return refusedReading(request, overlay, notAllowed);
    if (request.path !== null && this.files.isWithheld(request.path)) {
      return refusedReading(request, overlay, 'The person took this file out of what you are shown. Do without it.');
    }
    return { overlay, ...(await this.reader.look(request, this.near, this.files.withheld)) };
  }

  private async view(request: FileView, overlay: Overlay): Promise<ReadAnswer> {
    if (!this.isAllowed) return viewed(request, overlay, this.near.path);
    if (knownPath(pathsOf(overlay), request.path) !== null) return viewed(request, overlay, null);
    const file = await this.files.read(request.path);
    if (!('refused' in file)) return viewed({ ...request, path: file.path }, withFile(overlay, file), null);
    if (this.files.isWithheld(request.path)) return refusedReading(request, overlay, file.refused);
    // What is no file may be a folder, and of that its files are asked for.
    const looked = await this.reader.look(request, this.near, this.files.withheld);
    return looked.reading.succeeded ? { overlay, ...looked } : refusedReading(request, overlay, file.refused);
  }
}

const notAllowed = 'Nothing beyond what you were sent can be read here.';

/** A wish to read that is not granted. */
export function refusedReading(request: ReadRequest, overlay: Overlay, text: string): ReadAnswer {
  return {
    overlay,
    text,
    reading: { request, succeeded: false, lines: null, found: null, characters: text.length },
  };
}

function viewed(request: FileView, overlay: Overlay, onlyPath: string | null): ReadAnswer {
  const { succeeded, text, lines } = viewFile(overlay, request, onlyPath);
  return { overlay, text, reading: { request, succeeded, lines, found: null, characters: text.length } };
}
