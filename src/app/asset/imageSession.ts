import type { AnswerPart } from '../../core/answer.ts';
import type { AnswerEvent, AnswerSpend } from '../../core/answerEvents.ts';
import type { ImageAsset, ImageSide, Picture } from '../../core/asset/imageAsset.ts';
import {
  advanceImageSide,
  blankImageSide,
  interruptedAsset,
  isDrawing,
  isUsable,
} from '../../core/asset/imageAsset.ts';
import { defaultImageOptions, type ImageOptions } from '../../core/asset/imageOptions.ts';
import { rasterFormatOf } from '../../core/asset/rasterFormat.ts';
import { svgIn } from '../../core/asset/svgText.ts';
import type { Contender } from '../../core/contender.ts';
import type { Failure } from '../../core/failure.ts';
import type { Side } from '../../core/side.ts';
import { sides } from '../../core/side.ts';
import { logAnswerFailure } from '../failureLog.ts';
import type { Log } from '../ports.ts';
import { Throttle } from '../throttle.ts';
import type { ImageStore, SvgSanitizer } from './imagePorts.ts';
import type { ImageTurnServices } from './imageTurn.ts';
import { runImageTurn } from './imageTurn.ts';

/** What an image asset needs around it. */
export interface ImageServices extends ImageTurnServices {
  readonly sanitizer: SvgSanitizer;
  readonly store: ImageStore;
  readonly log: Log;
  /** The contender that the settings put on a side now; asked anew for every asking. */
  readonly contenderFor: (side: Side, scripted: boolean) => Contender | Failure;
}

/** Hears that a side changed, or with null the whole. */
export type ImageListener = (side: Side | null) => void;

/** A drawing is shown anew at most this often while it grows, in milliseconds. */
const drawEveryMs = 200;

/** One image asset while it lives: holds its state and asks both sides. */
export class ImageSession {
  private state: ImageAsset;
  private readonly services: ImageServices;
  private readonly listeners = new Set<ImageListener>();
  private readonly stops: Partial<Record<Side, AbortController>> = {};
  /** What a side comes to if its window goes now: nobody may ever tell. */
  private owed: Readonly<Partial<Record<Side, AnswerSpend>>> = {};
  private isOverBudgetAllowed = false;

  private constructor(asset: ImageAsset, services: ImageServices) {
    this.state = asset;
    this.services = services;
  }

  /** An asset that nothing is asked of yet. @param folder where the person wants it, as a URI */
  static draft(left: Contender, right: Contender, folder: string | null, services: ImageServices): ImageSession {
    const asset: ImageAsset = {
      id: services.newId(),
      instruction: '',
      options: defaultImageOptions,
      folder,
      asked: false,
      left: blankImageSide(left, 0),
      right: blankImageSide(right, 0),
    };
    return new ImageSession(asset, services);
  }

  /** An asset as it was kept; what was under way when it was has been interrupted. */
  static restored(asset: ImageAsset, services: ImageServices): ImageSession {
    return new ImageSession(interruptedAsset(asset, services.clock.now()), services);
  }

  get asset(): ImageAsset {
    return this.state;
  }

  get isUnderWay(): boolean {
    return sides.some((side) => isDrawing(this.state[side]));
  }

  onDidChange(listener: ImageListener): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  }

  /** Changes what will be asked, as long as it was not. */
  change(instruction: string, options: ImageOptions): void {
    if (this.state.asked) return;
    this.state = { ...this.state, instruction, options };
    this.tell(null);
  }

  /** From now on this asset may go over the budgets. */
  allowOverBudget(): void {
    this.isOverBudgetAllowed = true;
  }

  /**
   * Asks these sides at the same moment. One that is under way, or has a finished picture, is left alone: what was paid
   * for stays. Resolves when all have ended; one side's failure never reaches the other.
   *
   * @param scripted answers from scripted answers instead of the models; null keeps what the side had
   */
  async ask(asked: readonly Side[], scripted: boolean | null = null): Promise<void> {
    if (this.state.instruction === '') return;
    const due = asked.filter((side) => !isDrawing(this.state[side]) && !isUsable(this.state[side]));
    this.state = { ...this.state, asked: true };
    for (const side of due) this.begin(side, scripted);
    this.tell(null);
    await this.keep();
    await Promise.all(due.map((side) => this.run(side)));
  }

  /** Stops one side, or with null both. */
  cancel(side: Side | null): void {
    for (const each of side === null ? sides : [side]) this.stops[each]?.abort();
  }

  /** Takes the person's own alt text. */
  changeAltText(side: Side, text: string): void {
    this.set(side, { ...this.state[side], ownAltText: text });
    void this.keep();
  }

  dispose(): void {
    this.cancel(null);
    this.listeners.clear();
  }

  private begin(side: Side, scripted: boolean | null): void {
    const { answer } = this.state[side];
    const now = this.services.contenderFor(side, scripted ?? answer.contender.scripted);
    const contender = 'kind' in now ? answer.contender : now;
    this.stops[side] = new AbortController();
    const blank = blankImageSide(contender, answer.attempt + 1);
    this.state = { ...this.state, [side]: advanceImageSide(blank, { type: 'started', at: this.services.clock.now() }) };
    if ('kind' in now) this.advance(side, this.ended('failed', now));
  }

  private async run(side: Side): Promise<void> {
    if (!isDrawing(this.state[side])) return;
    const { id, instruction, options } = this.state;
    const { contender, attempt } = this.state[side].answer;
    const stop = this.stops[side] ?? new AbortController();
    const drawing = new Throttle(this.services.clock, drawEveryMs, () => this.draw(side));
    const tell = (event: AnswerEvent) => {
      this.advance(side, event);
      if (event.type !== 'part') return;
      this.takePicture(side, event.part);
      if (event.part.type === 'prose') drawing.ask();
    };
    const subject = { assetId: id, contender, attempt, instruction, options };
    const [status, failure] = await runImageTurn(
      { ...subject, isOverBudgetAllowed: this.isOverBudgetAllowed },
      this.services,
      stop.signal,
      { event: tell, owed: (spend) => this.owe(side, spend) },
    );
    this.owed = { ...this.owed, [side]: undefined };
    drawing.callOff();
    this.draw(side);
    this.finishDrawing(side);
    const isMissing = status === 'done' && !this.state[side].whole;
    this.advance(side, isMissing ? this.ended('failed', { kind: 'no-image' }) : this.ended(status, failure));
    await this.keep();
  }

  /** A drawing is whole when its last tag has come; one of pixels says so itself. */
  private finishDrawing(side: Side): void {
    const { answer, picture } = this.state[side];
    if (picture?.kind !== 'svg' || svgIn(answer.prose)?.complete !== true) return;
    this.set(side, { ...this.state[side], whole: true });
  }

  private takePicture(side: Side, part: AnswerPart): void {
    if (part.type !== 'picture') return;
    const before = this.state[side];
    const format = rasterFormatOf(part.base64);
    // A partial picture that comes late must not take the place of the finished one.
    if (format === null || (part.partial && before.whole)) return;
    const picture: Picture = { kind: 'raster', format, base64: part.base64 };
    const partials = before.partials + (part.partial ? 1 : 0);
    this.set(side, { ...before, picture, partials, whole: !part.partial });
    // It is paid for, whatever becomes of the rest of the answer.
    if (!part.partial) void this.keep();
  }

  private draw(side: Side): void {
    const before = this.state[side];
    const svg = svgIn(before.answer.prose);
    if (svg === null || before.picture?.kind === 'raster') return;
    const picture = this.services.sanitizer.sanitize(svg.text);
    // The last one that could be shown stays.
    if (picture !== null) this.set(side, { ...before, picture });
  }

  private ended(status: 'done' | 'failed' | 'cancelled', failure: Failure | null): AnswerEvent {
    return { type: 'ended', status, failure, at: this.services.clock.now() };
  }

  private advance(side: Side, event: AnswerEvent): void {
    this.set(side, advanceImageSide(this.state[side], event));
    logAnswerFailure(side, this.state[side].answer, event, this.services.log);
  }

  private set(side: Side, now: ImageSide): void {
    if (now === this.state[side]) return;
    this.state = { ...this.state, [side]: now };
    this.tell(side);
  }

  private tell(side: Side | null): void {
    for (const listener of this.listeners) listener(side);
  }

  /** Kept as the request leaves, so that its cost is never taken for nothing. */
  private owe(side: Side, spend: AnswerSpend): void {
    this.owed = { ...this.owed, [side]: spend };
    void this.keep();
  }

  private async keep(): Promise<void> {
    if (!this.state.asked) return;
    const withOwed = (side: Side): ImageSide => {
      const { answer } = this.state[side];
      return { ...this.state[side], answer: { ...answer, ...this.owed[side] } };
    };
    await this.services.store.save({ ...this.state, left: withOwed('left'), right: withOwed('right') });
  }
}
