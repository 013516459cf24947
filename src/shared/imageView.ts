import type { AnswerStatus } from '../core/answer.ts';
import type { ImageOptions } from '../core/asset/imageOptions.ts';
import type { Side } from '../core/side.ts';
import type { Cost } from '../core/spend/cost.ts';
import type { AssetTexts } from './assetTexts.ts';
import type { NoticeView } from './comparisonView.ts';

/** A picture as it is to be shown. */
export interface PictureView {
  /** A `data:` address, for an `img` element and nothing else: there no script of a drawing runs, and nothing loads. */
  readonly source: string;
  /** The file format's name, e.g. `PNG`. */
  readonly format: string;
  /** Whether it is a drawing, which stays sharp at every size. */
  readonly scalable: boolean;
  /** Of the file as it would be saved. */
  readonly bytes: number;
  /** What was taken out, as its source has it. */
  readonly takenOut: readonly string[];
}

/** One side but for its picture, which is large and seldom changes. */
export interface ImageSideView {
  readonly side: Side;
  /** The contender's name, e.g. `GPT-5.5`. */
  readonly label: string;
  readonly scripted: boolean;
  readonly status: AnswerStatus;
  readonly partials: number;
  /** Whether the picture is finished, and can be saved. */
  readonly usable: boolean;
  readonly altText: string;
  readonly notice: NoticeView | null;
  /** Why and when the same request goes out again; null when it does not. */
  readonly retry: { readonly sentence: string; readonly untilMs: number } | null;
  /** Null while nothing can be said: what a picture of pixels takes is told at its end. */
  readonly cost: Cost | null;
  /** Milliseconds since the epoch. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
}

/** What a side is sent, word for word. */
export interface ImageRequestView {
  readonly label: string;
  readonly endpoint: string;
  /** The request's body as JSON, pretty-printed. */
  readonly body: string;
  /** The most it can cost, in nano-dollars; null when that is not known. Scripted answers cost nothing. */
  readonly worst: number | null;
}

/** Everything that the panel of an image asset needs to start from nothing. */
export interface ImageView {
  readonly assetId: string;
  readonly instruction: string;
  readonly options: ImageOptions;
  /** False while it can still be changed. */
  readonly asked: boolean;
  readonly left: ImageSideView;
  readonly right: ImageSideView;
  readonly pictures: Readonly<Record<Side, PictureView | null>>;
  /** Null until it is known. */
  readonly requests: Readonly<Record<Side, ImageRequestView>> | null;
  readonly texts: AssetTexts;
  readonly locale: string;
}
