import type { AnswerStatus } from '../core/answer.ts';
import type { AssetSize, ImageBackground, ImageQuality } from '../core/asset/imageOptions.ts';

/** The words of an image asset's panel in the person's language; `{0}` stands for a value. */
export interface AssetTexts {
  readonly title: string;
  readonly crashed: string;
  readonly showAgain: string;
  // The wish
  readonly instruction: string;
  readonly placeholder: string;
  readonly size: string;
  readonly sizes: Readonly<Record<AssetSize, string>>;
  readonly background: string;
  readonly backgrounds: Readonly<Record<ImageBackground, string>>;
  readonly format: string;
  readonly noTransparency: string;
  readonly quality: string;
  readonly qualities: Readonly<Record<ImageQuality, string>>;
  readonly onlyPixels: string;
  readonly ask: string;
  readonly nothingToAsk: string;
  readonly atMost: string;
  readonly atMostUnknown: string;
  readonly whatIsSent: string;
  readonly cancelBoth: string;
  // How it is shown
  readonly ground: string;
  readonly grounds: Readonly<Record<'checkerboard' | 'light' | 'dark', string>>;
  readonly shownSize: string;
  readonly free: string;
  readonly pixels: string;
  // A side
  readonly sideName: string;
  readonly statuses: Readonly<Record<AnswerStatus, string>>;
  readonly partial: string;
  readonly unfinished: string;
  readonly noPicture: string;
  readonly scripted: string;
  readonly cancelSide: string;
  readonly cancel: string;
  readonly askAgain: string;
  readonly askSideAgain: string;
  readonly altText: string;
  readonly altTextOf: string;
  readonly noAltText: string;
  readonly copyAltText: string;
  readonly copyTag: string;
  readonly copySvg: string;
  readonly save: string;
  /** `{0}`: the button's words, `{1}`: the contender. */
  readonly actionOf: string;
  readonly takenOut: string;
  readonly picture: string;
  readonly fileSize: string;
  readonly time: string;
  readonly cost: string;
  readonly costUnknown: string;
  readonly costUnknownAtMost: string;
  readonly tryingAgain: string;
}
