import type { JSX } from 'preact';
import type { Hunk } from '../../../core/diff/hunk.ts';
import { isProtected } from '../../../core/edits/protectedPaths.ts';
import { showHiddenCharacters } from '../code/visibleText.ts';
import { useCode } from '../codeContext.ts';
import { Icon } from '../icon.tsx';

interface FileNameProps {
  readonly path: string;
  /** All hunks of the file. */
  readonly hunks: readonly Hunk[];
}

/** A file's path, its new one when it is renamed, and a word for whatever else happens to it as a whole. */
export function FileName({ path, hunks }: FileNameProps): JSX.Element {
  const { texts } = useCode();
  const newPath = hunks.find(({ change }) => change === 'rename')?.newPath ?? null;
  const has = (change: Hunk['change']) => hunks.some((hunk) => hunk.change === change);
  return (
    <>
      <span class="path">
        {showHiddenCharacters(path)}
        {newPath !== null && (
          <>
            {' '}
            <span class="dim">→</span> {showHiddenCharacters(newPath)}
          </>
        )}
      </span>
      {has('create') && <span class="tag">{texts.newFile}</span>}
      {has('delete') && <span class="tag">{texts.deletedFile}</span>}
      {newPath !== null && <span class="tag">{texts.renamedFile}</span>}
      {(isProtected(path) || (newPath !== null && isProtected(newPath))) && (
        <span class="tag conflicts" title={texts.protectedFileExplained}>
          <Icon name="lock" />
          {texts.protectedFile}
        </span>
      )}
    </>
  );
}
