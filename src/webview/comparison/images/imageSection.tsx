import type { ComponentChildren, JSX } from 'preact';
import { ActionButton } from '../actionButton.tsx';
import { fill } from '../format.ts';
import { Icon } from '../icon.tsx';
import { usePanel } from '../panelContext.ts';

interface ImageSectionProps {
  readonly isDraft: boolean;
  /** The pictures there are, an item each. */
  readonly children: readonly ComponentChildren[];
}

/** The pictures of a request, and in a draft the ways to add some. Nothing where there are none and none can come. */
export function ImageSection({ isDraft, children }: ImageSectionProps): JSX.Element | null {
  const { view, texts, send } = usePanel();
  const { preparing, refused } = view.draftImages;
  if (!isDraft && children.length === 0) return null;
  return (
    <section class="request-section images">
      <h3>{texts.images.heading}</h3>
      {children.length > 0 && <ul class="pieces">{children}</ul>}
      <div class="image-news" role="status">
        {preparing > 0 && <p>{fill(texts.images.preparing, preparing)}</p>}
        {refused.map((sentence) => (
          <p key={sentence} class="image-refused">
            <Icon name="warning" />
            {sentence}
          </p>
        ))}
      </div>
      {isDraft && (
        <p class="add-image">
          <ActionButton look="secondary" onPress={() => send('images-asked', {})}>
            {texts.images.add}
          </ActionButton>
          <span>{children.length === 0 ? texts.images.pasteOrDrop : texts.images.pixelsOnly}</span>
        </p>
      )}
    </section>
  );
}
