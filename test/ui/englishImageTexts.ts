import type { ImageTexts } from '../../src/shared/imageTexts.ts';

/** What a draft says about pictures, in English. */
export const englishImageTexts: ImageTexts = {
  heading: 'Images',
  add: 'Add image…',
  pasteOrDrop: 'A screenshot or mock-up; you can also paste one here, or drop one with Shift held.',
  preparing: 'Making {0} ready to be sent…',
  pixelsOnly:
    'Both models get the same pixels, before the text. Places, dates and whatever else cameras and programs write into images are not sent.',
  sentWhole: '{0} × {1} pixels · {2} {3}',
  sentSmaller: '{0} × {1} pixels, sent as {2} × {3} · {4} {5}',
  firstFrame: 'It moves; only its first frame is sent.',
  tokens: '{0}: about {1} tokens',
  notTaken: '{0} cannot see images, so it is not asked.',
  showLarge: 'Show {0} large',
  showSmall: 'Show {0} small',
  kilobytes: '{0} kB',
  megabytes: '{0} MB',
};
