import type { Answer } from '../answer.ts';
import { isAwaited } from '../answer.ts';
import { advanceAnswer, blankAnswer } from '../answerEvents.ts';
import type { Contender } from '../contender.ts';
import { endedByInterruption } from '../interrupted.ts';
import type { Side } from '../side.ts';
import { altTextIn } from './altText.ts';
import type { ImageOptions, RasterFormat } from './imageOptions.ts';

/** A picture as it can be shown and kept. */
export type Picture =
  | { readonly kind: 'raster'; readonly format: RasterFormat; readonly base64: string }
  | {
      readonly kind: 'svg';
      /** Without anything that acts or loads. */
      readonly text: string;
      /** What was taken out of it, in the words of its source, each once. */
      readonly takenOut: readonly string[];
    };

/** One contender's picture, from the asking to the ending. */
export interface ImageSide {
  /** Everything but the picture: status, words, tokens, money, time. */
  readonly answer: Answer;
  /** The latest. */
  readonly picture: Picture | null;
  /** Whether that is the finished one, whatever became of the answer after it. */
  readonly whole: boolean;
  /** How many partial pictures came. */
  readonly partials: number;
  /** The person's own alt text; null for the one proposed. */
  readonly ownAltText: string | null;
}

/** A picture that both models are asked for. */
export interface ImageAsset {
  readonly id: string;
  readonly instruction: string;
  readonly options: ImageOptions;
  /** Where the person wants it, as a URI; null for no place in particular. */
  readonly folder: string | null;
  /** False while it can still be changed: nothing has been sent. */
  readonly asked: boolean;
  readonly left: ImageSide;
  readonly right: ImageSide;
}

/** A side that was never asked, or is about to be. */
export function blankImageSide(contender: Contender, attempt: number): ImageSide {
  return { answer: blankAnswer(contender, attempt, null), picture: null, whole: false, partials: 0, ownAltText: null };
}

/** The alt text as it stands: the person's own, else the proposed one. */
export function altTextOf({ answer, ownAltText }: ImageSide): string {
  return ownAltText ?? altTextIn(answer.prose);
}

/** Whether a side's picture is finished, and nothing more will come, so that it can be used. */
export function isUsable({ answer, picture, whole }: ImageSide): boolean {
  return answer.endedAt !== null && picture !== null && whole;
}

/** An asset that was kept while something was under way, as it is once its window is gone. */
export function interruptedAsset(asset: ImageAsset, at: number): ImageAsset {
  const ended = (side: Side): ImageSide => ({ ...asset[side], answer: endedByInterruption(asset[side].answer, at) });
  return { ...asset, left: ended('left'), right: ended('right') };
}

/** Whether something may still come of a side. */
export function isDrawing({ answer }: ImageSide): boolean {
  return isAwaited(answer);
}

/** A side after something happened to its answer. */
export function advanceImageSide(side: ImageSide, event: Parameters<typeof advanceAnswer>[1]): ImageSide {
  const answer = advanceAnswer(side.answer, event);
  return answer === side.answer ? side : { ...side, answer };
}
