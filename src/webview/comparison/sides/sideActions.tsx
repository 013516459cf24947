import type { JSX } from 'preact';
import { hasPreview } from '../../../core/preview/previewKind.ts';
import { ActionButton } from '../actionButton.tsx';
import { fill, formatCount } from '../format.ts';
import { Icon } from '../icon.tsx';
import { usePanel } from '../panelContext.ts';
import type { SideOutline } from '../panelState.ts';
import { whyNotAcceptable } from './acceptability.ts';

/** What can be done with all of a side's hunks: look at them elsewhere, or accept those that need no look of their own. */
export function SideActions({ side }: { readonly side: SideOutline }): JSX.Element {
  const { view, names, texts, send } = usePanel();
  const { label, hunks } = side;
  const isAccepted = (hunkId: string) => view.choices[hunkId]?.state === 'accepted';
  const careful = hunks.filter(({ id }) => (names.get(id)?.care.length ?? 0) > 0);
  const others = hunks.filter((hunk) => !careful.includes(hunk));
  const waiting = careful.filter(({ id }) => view.choices[id] === undefined).length;
  const notes = waiting > 0 && view.phase === 'open';
  const canPreview = hasPreview(
    [...view.left.hunks, ...view.right.hunks],
    view.baseFiles.map(({ path }) => path),
  );
  const blocked = whyNotAcceptable(view, side.side, texts);
  const nothingLeft = others.length === 0 ? texts.eachNeedsOwnLook : texts.allAccepted;
  return (
    <div class="side-actions">
      <ActionButton
        look="quiet"
        name={fill(texts.reviewSideInline, label)}
        hint={fill(texts.reviewSideInline, label)}
        disabledBecause={blocked}
        onPress={() => send('inline-review-started', { side: side.side })}
      >
        <Icon name="edit" />
        <span class="wide-words">{texts.reviewInline}</span>
      </ActionButton>
      <ActionButton
        look="quiet"
        name={fill(texts.openSideInDiffEditor, label)}
        hint={fill(texts.openSideInDiffEditor, label)}
        onPress={() => send('diff-editor-opened', { side: side.side, hunkId: null })}
      >
        <Icon name="diff-multiple" />
        <span class="wide-words">{texts.openInDiffEditor}</span>
      </ActionButton>
      {canPreview && (
        <ActionButton
          look="quiet"
          name={texts.previewBoth}
          hint={texts.previewBoth}
          onPress={() => send('preview-opened', {})}
        >
          <Icon name="open-preview" />
          <span class="wide-words">{texts.preview}</span>
        </ActionButton>
      )}
      <span class="accept-all-place">
        {notes && <span class="needs-look">{formatCount(waiting, texts.needsOwnLookOne, texts.needsOwnLookMany)}</span>}
        <ActionButton
          look="secondary"
          className="accept-all"
          disabledBecause={blocked ?? (others.every(({ id }) => isAccepted(id)) ? nothingLeft : null)}
          name={fill(texts.acceptAll, label)}
          onPress={() => send('side-accepted', { side: side.side })}
        >
          {notes ? (
            texts.acceptAllShort
          ) : (
            <>
              <span class="wide-words">{fill(texts.acceptAll, label)}</span>
              <span class="narrow-words">{texts.acceptAllShort}</span>
            </>
          )}
        </ActionButton>
      </span>
    </div>
  );
}
