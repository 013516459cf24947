import type { Provider } from '../../core/contender.ts';
import type { FileEdit } from '../../core/edits/toolCall.ts';

/** What a scripted model says. */
interface ScriptedAnswer {
  readonly thinking: string;
  /** Markdown. */
  readonly prose: string;
  readonly edits: readonly ScriptedEdit[];
}

/** Edits of either dialect. Paths are filled in when the answer is given, as the prompt names the file. */
type ScriptedEdit =
  | Omit<Extract<FileEdit, { readonly kind: 'patch' }>, 'path'>
  | Omit<Extract<FileEdit, { readonly kind: 'replace' }>, 'path'>;

/** One file of the sample with hand-written answers to it. For each bug, one of the two is wrong or worse. */
export interface ScriptedTask {
  /** Within the sample, with forward slashes. */
  readonly path: string;
  /** Lines that are all in the file while its bug is; far enough apart that no excerpt of it has them all. */
  readonly signature: readonly string[];
  readonly fix: Readonly<Record<Provider, ScriptedAnswer>>;
  /** Answers to free questions: prose only. */
  readonly ask: Readonly<Record<Provider, string>>;
}
