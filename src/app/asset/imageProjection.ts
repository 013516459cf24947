import type { ImageSide, Picture } from '../../core/asset/imageAsset.ts';
import { altTextOf, isDrawing, isUsable } from '../../core/asset/imageAsset.ts';
import type { Side } from '../../core/side.ts';
import { sides } from '../../core/side.ts';
import type { Cost } from '../../core/spend/cost.ts';
import { textSize } from '../../core/textSize.ts';
import type { ImageEnvelope, ImageHostMessages } from '../../shared/imageMessages.ts';
import type { ImageSideView, ImageView, PictureView } from '../../shared/imageView.ts';
import type { PanelSentences } from '../panelState.ts';
import type { Clock } from '../ports.ts';
import { Throttle } from '../throttle.ts';
import type { ImageSession } from './imageSession.ts';

/** What showing an asset needs. */
export interface ImageProjectionServices {
  readonly clock: Clock;
  readonly sentences: Pick<PanelSentences, 'describeFailure'>;
}

/** Changes are told at most this often, in milliseconds. */
const tellEveryMs = 50;

/** Follows an image asset for its panel, and tells what changed: pictures only when there are others. */
export class ImageProjection {
  private readonly session: ImageSession;
  private readonly services: ImageProjectionServices;
  private readonly post: (message: ImageEnvelope<ImageHostMessages>) => void;
  private readonly replace: () => void;
  private readonly telling: Throttle;
  private readonly listening: { dispose(): void };
  private shown: Readonly<Record<Side, ImageSide>>;
  private isWholeChanged = false;

  /** @param replace tells the whole view, for what changed more than a side */
  constructor(
    session: ImageSession,
    services: ImageProjectionServices,
    post: (message: ImageEnvelope<ImageHostMessages>) => void,
    replace: () => void,
  ) {
    this.session = session;
    this.services = services;
    this.post = post;
    this.replace = replace;
    this.shown = session.asset;
    this.telling = new Throttle(services.clock, tellEveryMs, () => this.tell());
    this.listening = session.onDidChange((side) => {
      this.isWholeChanged ||= side === null;
      this.telling.ask();
    });
  }

  /** Everything but what is sent and the words. */
  view(): Pick<ImageView, 'assetId' | 'instruction' | 'options' | 'asked' | 'left' | 'right' | 'pictures'> {
    const { asset } = this.session;
    const { id, instruction, options, asked, left, right } = asset;
    this.shown = asset;
    const pictures = { left: pictureView(left.picture), right: pictureView(right.picture) };
    return { assetId: id, instruction, options, asked, left: this.side('left'), right: this.side('right'), pictures };
  }

  dispose(): void {
    this.telling.callOff();
    this.listening.dispose();
  }

  private tell(): void {
    if (this.isWholeChanged) {
      this.isWholeChanged = false;
      this.replace();
      return;
    }
    const { asset } = this.session;
    const before = this.shown;
    this.shown = asset;
    for (const side of sides) {
      if (asset[side] === before[side]) continue;
      const { picture } = asset[side];
      if (picture !== before[side].picture) {
        this.post({ type: 'picture-changed', payload: { side, picture: pictureView(picture) } });
      }
      this.post({ type: 'side-changed', payload: { view: this.side(side) } });
    }
  }

  private side(side: Side): ImageSideView {
    const state = this.session.asset[side];
    const { answer, partials } = state;
    const { describeFailure } = this.services.sentences;
    const { contender, retry, failure } = answer;
    return {
      side,
      label: contender.label,
      scripted: contender.scripted,
      status: answer.status,
      partials,
      usable: isUsable(state),
      altText: altTextOf(state),
      notice: failure === null ? null : describeFailure(failure, contender),
      retry:
        retry === null
          ? null
          : {
              sentence: describeFailure(retry.failure, contender).sentence,
              untilMs: retry.scheduledAt + retry.delayMs,
            },
      cost: shownCost(state),
      startedAt: answer.startedAt,
      endedAt: answer.endedAt,
    };
  }
}

function shownCost(side: ImageSide): Cost | null {
  const { contender, startedAt, cost } = side.answer;
  if (startedAt === null) return null;
  const isNothingYet = isDrawing(side) && cost.kind !== 'unknown' && cost.nanoDollars === 0;
  return isNothingYet || (cost.kind === 'estimate' && contender.provider === 'openai') ? null : cost;
}

function pictureView(picture: Picture | null): PictureView | null {
  if (picture === null) return null;
  if (picture.kind === 'svg') {
    const { text, takenOut } = picture;
    const source = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    return { source, format: 'SVG', scalable: true, bytes: textSize(text).bytes, takenOut };
  }
  const { format, base64 } = picture;
  const bytes = Math.floor((base64.length * 3) / 4) - (base64.match(/=*$/)?.[0].length ?? 0);
  const source = `data:image/${format};base64,${base64}`;
  return { source, format: format.toUpperCase(), scalable: false, bytes, takenOut: [] };
}
