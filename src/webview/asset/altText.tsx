import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { longestAltText } from '../../core/asset/altText.ts';
import type { ImageSideView, PictureView } from '../../shared/imageView.ts';
import { ActionButton } from '../comparison/actionButton.tsx';
import { fill } from '../comparison/format.ts';
import { useImage } from './imageContext.ts';

interface AltTextProps {
  readonly view: ImageSideView;
  readonly picture: PictureView;
}

/** The proposed alt text, to be changed, and what can be done with the finished picture. */
export function AltText({ view, picture }: AltTextProps): JSX.Element {
  const { texts, send } = useImage();
  const { side, label, altText } = view;
  const [text, setText] = useState(altText);
  useEffect(() => setText(altText), [altText]);
  const nameOf = (words: string) => fill(texts.actionOf, words, label);
  return (
    <div class="use">
      <label class="alt-text">
        <span>{texts.altText}</span>
        <textarea
          rows={3}
          aria-label={fill(texts.altTextOf, label)}
          value={text}
          maxLength={longestAltText}
          placeholder={texts.noAltText}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            send('alt-text-changed', { side, text: currentTarget.value });
          }}
        />
      </label>
      <div class="deeds">
        <ActionButton look="primary" name={nameOf(texts.save)} onPress={() => send('image-saved', { side })}>
          {texts.save}
        </ActionButton>
        <ActionButton
          look="secondary"
          name={nameOf(texts.copyAltText)}
          onPress={() => send('alt-text-copied', { side })}
        >
          {texts.copyAltText}
        </ActionButton>
        <ActionButton look="secondary" name={nameOf(texts.copyTag)} onPress={() => send('tag-copied', { side })}>
          {texts.copyTag}
        </ActionButton>
        {picture.scalable && (
          <ActionButton look="secondary" name={nameOf(texts.copySvg)} onPress={() => send('source-copied', { side })}>
            {texts.copySvg}
          </ActionButton>
        )}
      </div>
    </div>
  );
}
