import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Side } from '../../core/side.ts';
import { ActionButton } from '../comparison/actionButton.tsx';
import { fill } from '../comparison/format.ts';
import { FoldingMenu } from './foldingMenu.tsx';
import { usePreview } from './previewContext.ts';
import type { Camera } from './usePicture.ts';

interface PictureActionsProps {
  readonly side: Side;
  readonly label: string;
  readonly camera: Camera;
}

/** Copies a picture of the page, or has it saved. What came of it stands beside it. */
export function PictureActions({ side, label, camera }: PictureActionsProps): JSX.Element {
  const { texts, send } = usePreview();
  const [told, setTold] = useState('');
  const [isBusy, setBusy] = useState(false);
  const run = async (work: () => Promise<string>) => {
    setBusy(true);
    setTold(texts.pictureUnderWay);
    setTold(await work());
    setBusy(false);
  };
  const copy = () =>
    run(async () => {
      const picture = camera.take();
      try {
        // Asked for within the click, which is what allows it; the picture follows.
        const blob = picture.then((png) => {
          if (png === null) throw new Error(texts.pictureFailed);
          return new Blob([png], { type: 'image/png' });
        });
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
        return texts.pictureCopied;
      } catch {
        return (await picture) === null ? texts.pictureFailed : texts.pictureNotCopied;
      }
    });
  const save = () =>
    run(async () => {
      const png = await camera.take();
      if (png === null) return texts.pictureFailed;
      send('picture-taken', { side, png: new Uint8Array(png) });
      return '';
    });
  const disabledBecause = isBusy ? texts.pictureUnderWay : null;
  return (
    <>
      <FoldingMenu title={texts.picture} name={fill(texts.pictureOf, label)}>
        <ActionButton
          look="quiet"
          name={fill(texts.copyPictureOf, label)}
          disabledBecause={disabledBecause}
          onPress={() => void copy()}
        >
          {texts.copyPicture}
        </ActionButton>
        <ActionButton
          look="quiet"
          name={fill(texts.savePictureOf, label)}
          disabledBecause={disabledBecause}
          onPress={() => void save()}
        >
          {texts.savePicture}
        </ActionButton>
      </FoldingMenu>
      <span class="dim" role="status">
        {told}
      </span>
    </>
  );
}
