import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PanelTexts } from '../../shared/panelTexts.ts';
import type { Colourist } from './code/colourist.ts';

/** What lines of code need. It hardly ever changes, so streaming words never cost a pass over thousands of lines. */
export interface CodeContext {
  readonly texts: PanelTexts;
  /** Lines of the frozen texts, terminators included, by path. */
  readonly baseLines: ReadonlyMap<string, readonly string[]>;
  /** VS Code's id of a file's language; a new file is taken to be in that of the task's. */
  readonly languageOf: (path: string) => string;
  /** Null without a theme: code stays plain. */
  readonly colourist: Colourist | null;
}

/** Filled by the panel's root. */
export const CodeContextSource = createContext<CodeContext | null>(null);

/** The context of code. Only parts below the root may ask for it. */
export function useCode(): CodeContext {
  const code = useContext(CodeContextSource);
  if (code === null) throw new Error('Code was rendered outside of the panel');
  return code;
}
