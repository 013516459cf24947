import type { Impact } from '../core/preview/evidence.ts';
import type { NoScriptsReason } from './noScriptsReason.ts';
import type { PropsTexts } from './propsTexts.ts';

/** The preview's words in the person's language; `{0}` stands for a value. */
export interface PreviewTexts {
  readonly title: string;
  readonly crashed: string;
  readonly showAgain: string;
  readonly file: string;
  readonly width: string;
  readonly free: string;
  readonly pixels: string;
  readonly fit: string;
  readonly fitExplained: string;
  readonly arrangement: string;
  readonly arrangements: Readonly<Record<'beside' | 'over', string>>;
  readonly view: string;
  readonly divider: string;
  /** How much is seen of each: `{0}` and `{2}` name the sides, `{1}` and `{3}` are percentages. */
  readonly divided: string;
  readonly sides: string;
  readonly scheme: string;
  readonly schemes: Readonly<Record<'system' | 'light' | 'dark', string>>;
  readonly rightToLeft: string;
  readonly reducedMotion: string;
  readonly scrollTogether: string;
  readonly openComparison: string;
  /** Name of a side's region: the contender. */
  readonly sideName: string;
  /** Title of a side's frame. */
  readonly frameTitle: string;
  readonly underWay: string;
  readonly complete: string;
  /** Of an answer whose text no page can be made of. */
  readonly completeFaulty: string;
  readonly unchanged: string;
  readonly failed: string;
  readonly cancelled: string;
  readonly waiting: string;
  readonly absent: string;
  /** Where the answer ended before there was such a file. */
  readonly failedBefore: string;
  readonly cancelledBefore: string;
  /** Before what is wrong with a text that no page can be made of. */
  readonly faulty: string;
  readonly faultAt: string;
  /** Behind it, where an earlier page is shown. */
  readonly lastGoodPage: string;
  readonly isStatic: string;
  readonly scriptsRun: string;
  readonly runScripts: string;
  readonly runScriptsOf: string;
  readonly stop: string;
  readonly stopOf: string;
  readonly noScripts: Readonly<Record<NoScriptsReason, string>>;
  readonly notResponding: string;
  readonly leftOut: string;
  readonly missingPackage: string;
  /** `{0}`: the package, `{1}`: the version that is shown, `{2}`: the one that the project asks for. */
  readonly otherVersion: string;
  readonly styling: string;
  readonly noTailwind: string;
  readonly took: string;
  readonly cost: string;
  readonly costUnknown: string;
  readonly costUnknownAtMost: string;
  readonly contrast: string;
  readonly contrastFine: string;
  readonly contrastOne: string;
  readonly contrastMany: string;
  readonly checking: string;
  readonly checkFailed: string;
  readonly impacts: Readonly<Record<Impact, string>>;
  readonly levels: Readonly<Record<'error' | 'warning', string>>;
  readonly noFaults: string;
  readonly faultCount: string;
  readonly elementOne: string;
  readonly elementMany: string;
  readonly showElement: string;
  readonly overflows: string;
  readonly fits: string;
  readonly size: string;
  readonly errorOne: string;
  readonly errorMany: string;
  readonly evidence: string;
  readonly picture: string;
  readonly pictureOf: string;
  readonly copyPicture: string;
  readonly copyPictureOf: string;
  readonly savePicture: string;
  readonly savePictureOf: string;
  readonly pictureUnderWay: string;
  readonly pictureCopied: string;
  readonly pictureNotCopied: string;
  readonly pictureFailed: string;
  /** `{0}`: what is on the left, `{1}`: on the right. */
  readonly difference: string;
  readonly none: string;
  /** Behind the rules that are named: how many others there are. */
  readonly moreRules: string;
  readonly reported: string;
  readonly props: PropsTexts;
}
