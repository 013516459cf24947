import type { Provider } from '../../core/contender.ts';
import type { FileEdit, ReadRequest } from '../../core/edits/toolCall.ts';
import type { StreamedPicture } from './openaiEvents.ts';

/** What a scripted model says. */
export interface ScriptedAnswer {
  readonly thinking: string;
  /** Markdown. */
  readonly prose: string;
  readonly edits: readonly ScriptedEdit[];
  /** What it reads first, where it may; what it says beside that comes before the rest. */
  readonly reading?: ScriptedReading;
}

/** A round that only reads. */
interface ScriptedReading {
  readonly thinking: string;
  readonly prose: string;
  /** With paths within the sample. */
  readonly requests: readonly ReadRequest[];
}

type OptionalPath<Edit> = Edit extends FileEdit ? Omit<Edit, 'path'> & { readonly path?: string } : never;

/**
 * Edits of either dialect. Paths are within the sample, by default the task's own file; they are put as the prompt names
 * the files when the answer is given.
 */
export type ScriptedEdit = OptionalPath<FileEdit>;

/** An interface with hand-written answers. One of the two is visibly better. */
export interface ScriptedUi {
  /** What of an instruction, or of the names of pictures, tells that it is this interface that is asked for. */
  readonly asked: RegExp;
  /** What of the new file's path tells that it is one that this is written for. */
  readonly place: RegExp;
  readonly answers: Readonly<Record<Provider, ScriptedUiAnswer>>;
}

/** What a scripted model says about an interface, and the text of the new file. */
interface ScriptedUiAnswer {
  readonly thinking: string;
  /** Markdown. */
  readonly prose: string;
  readonly text: string;
}

/** A picture with hand-written answers: pixels from OpenAI, a drawing from Anthropic. One of the two is visibly better. */
export interface ScriptedImage {
  /** What of an instruction tells that it is this picture that is asked for. */
  readonly asked: RegExp;
  readonly openai: { readonly prose: string; readonly picture: StreamedPicture };
  readonly anthropic: { readonly prose: string; readonly svg: string };
}

/** One file of the sample with hand-written answers to it. For each bug, one of the two is wrong or worse. */
export interface ScriptedTask {
  /** Within the sample, with forward slashes. */
  readonly path: string;
  /** Lines that are all in the file while its bug is; far enough apart that no excerpt of it has them all. */
  readonly signature: readonly string[];
  readonly fix: Readonly<Record<Provider, ScriptedAnswer>>;
  /** Answers to free questions: prose only. */
  readonly ask: Readonly<Record<Provider, string>>;
  /** Answers to further instructions, whatever they say: the first, the second and so on. */
  readonly followUps?: Readonly<Record<Provider, readonly ScriptedAnswer[]>>;
}
