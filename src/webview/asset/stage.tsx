import type { JSX } from 'preact';
import type { ImageSideView, PictureView } from '../../shared/imageView.ts';
import { fill } from '../comparison/format.ts';
import { useImage } from './imageContext.ts';

interface StageProps {
  readonly view: ImageSideView;
  readonly picture: PictureView | null;
}

/** Sizes that icons are mostly used at, always to be seen beside the large one. */
const smallSizes = [64, 32, 16] as const;

/** A picture on the chosen ground, at the chosen size and small. As high with a picture as without. */
export function Stage({ view, picture }: StageProps): JSX.Element {
  const { texts, looks } = useImage();
  const { label, altText, status, usable } = view;
  const isUnderWay = view.startedAt !== null && view.endedAt === null;
  if (picture === null) {
    return (
      <div class={`stage empty ${isUnderWay ? 'awaited' : ''}`}>
        <p>{isUnderWay ? texts.statuses[status] : texts.noPicture}</p>
      </div>
    );
  }
  const { size } = looks;
  return (
    <div class={`stage ${looks.ground} ${usable ? '' : 'unfinished'}`}>
      <div class="large">
        <img
          class={size === null ? 'free' : ''}
          src={picture.source}
          alt={fill(texts.picture, label, altText)}
          {...(size === null ? {} : { width: size })}
        />
      </div>
      <div class="small-sizes" aria-hidden="true">
        {smallSizes.map((width) => (
          <img key={width} src={picture.source} alt="" width={width} />
        ))}
      </div>
    </div>
  );
}
