import type { ImageFault, ImageMediaType } from '../core/images/image.ts';
import type { ImageSight } from '../core/images/imageSight.ts';

/** A file that may be a picture, as it came; or why it could not be read. */
export interface ImageSource {
  /** How people and models are to name it. */
  readonly name: string;
  readonly content: Uint8Array | ImageFault;
}

/** A picture that has to be drawn anew to be sent: smaller, in another format, or without what is not pixels. */
export interface ImageJob {
  readonly id: string;
  readonly mediaType: ImageMediaType;
  /** The file in base64. */
  readonly data: string;
  /** What is to see it whole. */
  readonly sights: readonly ImageSight[];
}

/** A picture that was not added, and why. */
export interface RefusedImage {
  readonly name: string;
  readonly fault: ImageFault;
}

/** Takes pictures into a comparison that was not sent yet. What has to be drawn anew is drawn by its panel. */
export interface DraftImages {
  /** What the panel is to draw, in order. */
  readonly jobs: readonly ImageJob[];
  /** Of those offered last. */
  readonly refused: readonly RefusedImage[];
  /** Hears of every change of `jobs` and `refused`. */
  onDidChange(listener: () => void): { dispose(): void };
  /** Adds what can be added; the rest is refused, each with its reason. Does nothing once the task was sent. */
  offer(sources: readonly ImageSource[]): Promise<void>;
  /**
   * Resolves once nothing is left to be drawn. What the panel does not draw in time is refused then.
   *
   * @returns whether everything that was under way is in the task
   */
  settled(): Promise<boolean>;
  /** Takes what the panel drew, in base64; null when it could not. Unknown ids change nothing. */
  takeDrawn(jobId: string, data: string | null): void;
}
