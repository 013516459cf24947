import * as vscode from 'vscode';
import type { ComparisonSession } from '../../app/comparisonSession.ts';
import type { DraftImages, ImageJob, ImageSource, RefusedImage } from '../../app/draftImages.ts';
import type { Clock } from '../../app/ports.ts';
import type { ContextPiece } from '../../core/context.ts';
import type { ImageFault, ImageHeader, PieceImage, SentMediaType } from '../../core/images/image.ts';
import { mostImageBytes, mostImagePixels, mostImages, mostSentBytes } from '../../core/images/image.ts';
import { readImageHeader } from '../../core/images/imageHeader.ts';
import { isSeenWhole, sightOf } from '../../core/images/imageSight.ts';
import { isMoreThanPixels, withoutMetadata } from '../../core/images/pngHeader.ts';
import { sides } from '../../core/side.ts';
import { arePixelsWhole } from './pngPixels.ts';

/** A panel that is on the screen draws a picture in well under a second; one that is not never does. */
const longestWaitMs = 20_000;

/** A picture on its way into the task. Those that came later wait for it, so that all keep their order. */
interface Entry {
  readonly name: string;
  readonly original: PieceImage['original'];
  readonly isFirstFrame: boolean;
  readonly work: ImageJob | PieceImage;
}

/** See `DraftImages`. A PNG file that both models see whole goes as it is, without metadata; all else is drawn anew. */
export class HostDraftImages implements DraftImages {
  readonly #session: ComparisonSession;
  readonly #clock: Clock;
  readonly #newId: () => string;
  readonly #listeners = new Set<() => void>();
  #entries: readonly Entry[] = [];
  #refused: readonly RefusedImage[] = [];
  #offering: Promise<void> = Promise.resolve();
  #refusals = 0;

  constructor(session: ComparisonSession, clock: Clock, newId: () => string) {
    this.#session = session;
    this.#clock = clock;
    this.#newId = newId;
  }

  get jobs(): readonly ImageJob[] {
    return this.#entries.flatMap(({ work }) => ('sights' in work ? [work] : []));
  }

  get refused(): readonly RefusedImage[] {
    return this.#refused;
  }

  onDidChange(listener: () => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  offer(sources: readonly ImageSource[]): Promise<void> {
    this.#offering = this.#offering.then(() => this.#take(sources));
    return this.#offering;
  }

  takeDrawn(jobId: string, data: string | null): void {
    const entry = this.#entries.find(({ work }) => 'sights' in work && work.id === jobId);
    if (entry === undefined || !('sights' in entry.work)) return;
    const drawn = data === null ? 'damaged' : drawnImage(data, entry.work);
    this.#settle(entry, typeof drawn === 'string' ? drawn : { ...entry, ...drawn });
  }

  async settled(): Promise<boolean> {
    const before = this.#refusals;
    await this.#offering;
    if (this.#entries.length > 0) {
      await new Promise<void>((resolve) => {
        const done = () => {
          callOff();
          subscription.dispose();
          resolve();
        };
        const callOff = this.#clock.after(longestWaitMs, () => {
          this.#giveUp();
          done();
        });
        const subscription = this.onDidChange(() => {
          if (this.#entries.length === 0) done();
        });
      });
    }
    return this.#refusals === before;
  }

  async #take(sources: readonly ImageSource[]): Promise<void> {
    if (sources.length === 0 || !this.#isUnsent) return;
    this.#refused = [];
    for (const { name, content } of sources) {
      const shown = shownName(name);
      const entry = typeof content === 'string' ? content : await this.#entryOf(shown, content);
      if (typeof entry === 'string') this.#refuse(shown, entry);
      else this.#entries = [...this.#entries, entry];
    }
    this.#moveOn();
  }

  async #entryOf(name: string, bytes: Uint8Array): Promise<Entry | ImageFault> {
    if (bytes.length > mostImageBytes) return 'too-many-bytes';
    const header = readImageHeader(bytes);
    if (typeof header === 'string') return header;
    const { width, height, mediaType, isAnimated } = header;
    if (width * height > mostImagePixels) return 'too-many-pixels';
    if (this.#entries.length + this.#countTaken() >= mostImages) return 'too-many';
    const about = { name, original: { width, height, bytes: bytes.length }, isFirstFrame: isAnimated };
    const sights = sides.map((side) => {
      const { provider, model } = this.#session.comparison[side].contender;
      return sightOf(provider, model);
    });
    const isPlain = mediaType === 'image/png' && !isAnimated && !isMoreThanPixels(bytes);
    if (!isPlain || bytes.length > mostSentBytes || !sights.every((sight) => isSeenWhole(header, sight))) {
      return { ...about, work: { id: this.#newId(), mediaType, data: base64(bytes), sights } };
    }
    if (!(await arePixelsWhole(bytes, header))) return 'damaged';
    return { ...about, work: { ...about, ...sentImage(withoutMetadata(bytes), header, 'image/png') } };
  }

  #settle(entry: Entry, result: PieceImage | ImageFault): void {
    if (typeof result === 'string') {
      this.#entries = this.#entries.filter((each) => each !== entry);
      this.#refuse(entry.name, result);
    } else {
      const { original, isFirstFrame } = entry;
      const { mediaType, data, bytes, width, height } = result;
      const work: PieceImage = { mediaType, data, bytes, width, height, original, isFirstFrame };
      this.#entries = this.#entries.map((each) => (each === entry ? { ...each, work } : each));
    }
    this.#moveOn();
  }

  /** Hands on the pictures that are done and wait for none before them, and tells of what changed. */
  #moveOn(): void {
    const waiting = this.#entries.findIndex(({ work }) => 'sights' in work);
    const done = waiting === -1 ? this.#entries : this.#entries.slice(0, waiting);
    this.#entries = this.#entries.slice(done.length);
    const pieces = done.flatMap(({ name, work }) => ('sights' in work ? [] : [this.#pieceOf(name, work)]));
    if (pieces.length > 0) this.#session.dispatch({ type: 'images-added', pieces });
    for (const listener of this.#listeners) listener();
  }

  #refuse(name: string, fault: ImageFault): void {
    this.#refused = [...this.#refused, { name, fault }];
    this.#refusals += 1;
  }

  #giveUp(): void {
    for (const entry of this.#entries) if ('sights' in entry.work) this.#settle(entry, 'not-prepared');
  }

  #pieceOf(name: string, { mediaType, data, bytes, width, height, original, isFirstFrame }: PieceImage): ContextPiece {
    return {
      id: this.#newId(),
      kind: 'image',
      title: vscode.l10n.t('Image {0}', name),
      path: name,
      languageId: '',
      line: 1,
      text: '',
      image: { mediaType, data, bytes, width, height, original, isFirstFrame },
    };
  }

  get #isUnsent(): boolean {
    const { phase } = this.#session.comparison;
    return phase === 'preparing' || phase === 'draft';
  }

  #countTaken(): number {
    const { pieces, leftOut } = this.#session.comparison;
    return pieces.filter(({ kind, id }) => kind === 'image' && !leftOut.includes(id)).length;
  }
}

/** What the panel drew, looked at as closely as any file: it comes out of a page. */
function drawnImage(data: string, { sights }: ImageJob): ReturnType<typeof sentImage> | ImageFault {
  const bytes = new Uint8Array(Buffer.from(data, 'base64'));
  const header = readImageHeader(bytes);
  if (typeof header === 'string' || bytes.length > mostSentBytes) return 'not-prepared';
  const { mediaType } = header;
  if (mediaType !== 'image/png' && mediaType !== 'image/jpeg') return 'not-prepared';
  if (!sights.every((sight) => isSeenWhole(header, sight))) return 'not-prepared';
  return sentImage(mediaType === 'image/png' ? withoutMetadata(bytes) : bytes, header, mediaType);
}

function sentImage(bytes: Uint8Array, { width, height }: ImageHeader, mediaType: SentMediaType) {
  return { mediaType, width, height, bytes: bytes.length, data: base64(bytes) };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

const longestName = 120;

/** A name on one line, without characters that nobody sees: it stands in the prompt. */
function shownName(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '').trim();
  return plain === '' ? vscode.l10n.t('image') : plain.slice(-longestName);
}
