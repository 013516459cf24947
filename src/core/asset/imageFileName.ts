import { newFileName } from '../ui/newFileName.ts';

/** What says only that it is a picture, up to the thing that is on it. */
const medium =
  /^.*?\b(?:icons?|pictures?|images?|illustrations?|drawings?|photos?|logos?|sketch(?:es)?|silhouettes?)\s+(?:of|for|with|showing)\s+/i;

/**
 * A name for a picture's file, taken from what is asked: `An icon of an umbrella` gives `umbrella.svg`.
 *
 * @param ending without its dot
 */
export function imageFileName(instruction: string, ending: string): string {
  const thing = instruction.replace(medium, '');
  const page = newFileName(thing, { framework: 'html', typescript: false, tailwind: false }, null, 1);
  const stem = page.replace(/\.html$/, '');
  return `${stem === 'new-page' ? 'image' : stem}.${ending}`;
}
