import type { JSX } from 'preact';
import type { Hunk } from '../../../core/diff/hunk.ts';
import type { Side } from '../../../core/side.ts';
import { ActionButton } from '../actionButton.tsx';
import { showHiddenCharacters } from '../code/visibleText.ts';
import { fill } from '../format.ts';
import { Icon } from '../icon.tsx';
import { usePanel } from '../panelContext.ts';
import { FileName } from './fileName.tsx';

interface FileHeadingProps {
  readonly side: Side;
  readonly path: string;
  readonly hunks: readonly Hunk[];
}

/** A file's name, what happens to it, how many lines come and go, and the way to VS Code's own diff of it. */
export function FileHeading({ side, path, hunks }: FileHeadingProps): JSX.Element {
  const { view, texts, send } = usePanel();
  const added = hunks.reduce((sum, { newLines }) => sum + newLines.length, 0);
  const removed = hunks.reduce((sum, { baseStart, baseEnd }) => sum + baseEnd - baseStart, 0);
  const open = fill(texts.openFileInDiffEditor, showHiddenCharacters(path), view[side].label);
  return (
    <div class="file-heading">
      <FileName path={path} hunks={hunks} />
      <span class="plus" title={fill(texts.linesAdded, added)}>
        +{added}
      </span>
      <span class="minus" title={fill(texts.linesRemoved, removed)}>
        −{removed}
      </span>
      <ActionButton
        look="quiet"
        className="icon-only"
        name={open}
        hint={open}
        onPress={() => send('diff-editor-opened', { side, hunkId: hunks[0]?.id ?? null })}
      >
        <Icon name="diff" />
      </ActionButton>
    </div>
  );
}
