import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { sides } from '../../../core/side.ts';
import type { PieceImageView } from '../../../shared/comparisonView.ts';
import { showHiddenCharacters } from '../code/visibleText.ts';
import { fill, formatRough, formatWhole } from '../format.ts';
import { usePanel } from '../panelContext.ts';
import { SideMark } from '../sideMark.tsx';

interface ImagePieceProps {
  readonly image: PieceImageView;
  readonly name: string;
  /** Whether it goes along; one that was taken out has no tokens. */
  readonly included: boolean;
}

/** A picture as both models get it, small or large, and what there is to know of it. */
export function ImagePiece({ image, name, included }: ImagePieceProps): JSX.Element {
  const { view, texts } = usePanel();
  const [isLarge, setLarge] = useState(false);
  const shownName = showHiddenCharacters(name);
  return (
    <div class={isLarge ? 'image-piece large' : 'image-piece'}>
      <button
        type="button"
        class="image-thumbnail"
        aria-expanded={isLarge}
        title={fill(isLarge ? texts.images.showSmall : texts.images.showLarge, shownName)}
        onClick={() => setLarge(!isLarge)}
      >
        <img
          src={`data:${image.mediaType};base64,${image.data}`}
          alt={fill(isLarge ? texts.images.showSmall : texts.images.showLarge, shownName)}
          width={image.width}
          height={image.height}
        />
      </button>
      <div class="image-facts">
        <p>{sizeText(image, view.locale, texts.images)}</p>
        {image.isFirstFrame && <p>{texts.images.firstFrame}</p>}
        {(included ? sides : []).map((side) => {
          const tokens = image.tokens[side];
          const { label } = view[side];
          return (
            <p key={side}>
              <SideMark side={side} />
              {tokens === null
                ? fill(texts.images.notTaken, label)
                : fill(texts.images.tokens, label, formatRough(tokens, view.locale))}
            </p>
          );
        })}
      </div>
    </div>
  );
}

function sizeText(
  { width, height, bytes, mediaType, original }: PieceImageView,
  locale: string,
  texts: ReturnType<typeof usePanel>['texts']['images'],
): string {
  const format = mediaType === 'image/png' ? 'PNG' : 'JPEG';
  const size =
    bytes < 1_000_000
      ? fill(texts.kilobytes, formatWhole(Math.ceil(bytes / 1000), locale))
      : fill(texts.megabytes, new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / 1_000_000));
  if (original.width === width && original.height === height) return fill(texts.sentWhole, width, height, size, format);
  return fill(texts.sentSmaller, original.width, original.height, width, height, size, format);
}
