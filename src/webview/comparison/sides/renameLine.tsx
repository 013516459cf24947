import type { JSX } from 'preact';
import { showHiddenCharacters } from '../code/visibleText.ts';
import { useCode } from '../codeContext.ts';
import { fill } from '../format.ts';

/** What a renaming does, in words: it has no lines. */
export function RenameLine({ newPath }: { readonly newPath: string }): JSX.Element {
  const { texts } = useCode();
  return <p class="rename-line">{fill(texts.renamesTo, showHiddenCharacters(newPath))}</p>;
}
