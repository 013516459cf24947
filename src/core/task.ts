import type { UiTarget } from './ui/uiTarget.ts';

/** Work on code. It decides the prompt and whether an answer without an edit is a failure. */
export type CodeTaskKind = 'fix' | 'ask' | 'ui';

/** What kind of work is asked for: on code, or for a picture. */
export type TaskKind = CodeTaskKind | 'image';

/** Every kind of work on code, to tell whether a name that came from outside is one. */
export const codeTaskKinds: Readonly<Record<CodeTaskKind, true>> = { fix: true, ask: true, ui: true };

/** Every kind, for the same. */
export const taskKinds: Readonly<Record<TaskKind, true>> = { ...codeTaskKinds, image: true };

/** A half-open range of UTF-16 offsets into a text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** One file as it was when the task was made: a text at a document version. */
export interface SourceFile {
  /** How people and models name the file: relative to its workspace folder, with forward slashes. */
  readonly path: string;
  /** The document's URI as a string. Never sent to a model, never sent to a panel. */
  readonly uri: string;
  /** VS Code's language id, e.g. `typescript`. */
  readonly languageId: string;
  /** The document version (`TextDocument.version`) that `text` was read at. */
  readonly version: number;
  /** The whole text, with the document's own line endings. */
  readonly text: string;
}

/** What is asked of both models, frozen at one document version. */
export interface Task {
  readonly kind: CodeTaskKind;
  /** What the person typed, or what the command implies. Never empty. */
  readonly instruction: string;
  /** The file the task is about. One that is to be made is not there yet: its text is empty, its version 0. */
  readonly file: SourceFile;
  /** The selected range of `file.text`, or null for the whole file. */
  readonly selection: TextRange | null;
  /** Further files that context was taken from. A model may edit these too. */
  readonly otherFiles: readonly SourceFile[];
  /** Of the kind `ui`: what is to be made, and where. */
  readonly ui?: UiTarget;
}

/** Every file of the task that is there for a model to edit, the task's own first. */
export function filesOf(task: Task): readonly SourceFile[] {
  return makesFile(task) ? task.otherFiles : [task.file, ...task.otherFiles];
}

/** Whether the task's own file is one that is to be made. */
export function makesFile(task: Task): boolean {
  return task.ui?.place === 'new-file';
}
