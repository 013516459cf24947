import type { JSX } from 'preact';
import type { Hunk } from '../../../core/diff/hunk.ts';
import type { Side } from '../../../core/side.ts';
import { ActionButton } from '../actionButton.tsx';
import { showHiddenCharacters } from '../code/visibleText.ts';
import { fill } from '../format.ts';
import { usePanel } from '../panelContext.ts';
import { whyNotAcceptable } from './acceptability.ts';

interface FileHeadingProps {
  readonly side: Side;
  readonly path: string;
  readonly hunks: readonly Hunk[];
  readonly isFirst: boolean;
}

/** A file's name, what happens to it and how many lines come and go. */
export function FileHeading({ side, path, hunks, isFirst }: FileHeadingProps): JSX.Element {
  const { view, texts, send } = usePanel();
  const { label, hunks: all } = view[side];
  const added = hunks.reduce((sum, { newLines }) => sum + newLines.length, 0);
  const removed = hunks.reduce((sum, { baseStart, baseEnd }) => sum + baseEnd - baseStart, 0);
  const change = hunks[0]?.change ?? 'edit';
  const allAccepted = all.length > 0 && all.every(({ id }) => view.choices[id]?.state === 'accepted');
  return (
    <div class="file-heading">
      <span class="path">{showHiddenCharacters(path)}</span>
      {change === 'create' && <span class="tag">{texts.newFile}</span>}
      {change === 'delete' && <span class="tag">{texts.deletedFile}</span>}
      <span class="plus" title={fill(texts.linesAdded, added)}>
        +{added}
      </span>
      <span class="minus" title={fill(texts.linesRemoved, removed)}>
        −{removed}
      </span>
      {isFirst && (
        <ActionButton
          look="secondary"
          className="accept-all"
          disabledBecause={whyNotAcceptable(view, side, texts) ?? (allAccepted ? texts.allAccepted : null)}
          name={fill(texts.acceptAll, label)}
          onPress={() => send('side-accepted', { side })}
        >
          <span class="wide-words">{fill(texts.acceptAll, label)}</span>
          <span class="narrow-words">{texts.acceptAllShort}</span>
        </ActionButton>
      )}
    </div>
  );
}
