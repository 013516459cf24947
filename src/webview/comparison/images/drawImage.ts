import { mostSentBytes } from '../../../core/images/image.ts';
import { fittedSize } from '../../../core/images/imageSight.ts';
import type { ImageJobView } from '../../../shared/comparisonView.ts';
import { base64Of, bytesOf } from './bytes.ts';

type Encoding = readonly [type: 'image/png' | 'image/jpeg', quality: number];

/** Sharp edges stay sharp; what is a photo already, or too large, loses a little. */
const lossless: Encoding = ['image/png', 1];
const lossy: readonly Encoding[] = [
  ['image/jpeg', 0.92],
  ['image/jpeg', 0.8],
  ['image/jpeg', 0.6],
];

/**
 * Draws a picture anew as large as all its models see it, in colours of sRGB and the right way up. Nothing but pixels
 * is left of the file. Of one that moves it is the first frame.
 *
 * @returns the new file in base64, or null for one that cannot be drawn
 */
export async function drawImage({ data, mediaType, sights }: ImageJobView): Promise<string | null> {
  try {
    const whole = await createImageBitmap(new Blob([bytesOf(data)], { type: mediaType }));
    const { width, height } = fittedSize(whole, sights);
    const fitted = await createImageBitmap(whole, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' });
    whole.close();
    const encodings = mediaType === 'image/jpeg' ? lossy : [lossless, ...lossy];
    for (const encoding of encodings) {
      const blob = await encoded(fitted, encoding);
      if (blob !== null && blob.size <= mostSentBytes) return await base64Of(blob);
    }
    return null;
  } catch {
    // A file that its decoder does not take; the host tells the person.
    return null;
  }
}

async function encoded(image: ImageBitmap, [type, quality]: Encoding): Promise<Blob | null> {
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  if (type === 'image/jpeg') {
    // What can be seen through would become black.
    context.fillStyle = 'white';
    context.fillRect(0, 0, image.width, image.height);
  }
  context.drawImage(image, 0, 0);
  return await canvas.convertToBlob({ type, quality });
}
