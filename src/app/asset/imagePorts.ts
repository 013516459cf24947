import type { ImageAsset, Picture } from '../../core/asset/imageAsset.ts';

/** Makes a drawing safe, whatever stands in it. */
export interface SvgSanitizer {
  /**
   * The drawing without anything that acts or loads, well formed even where the text is cut off; null when nothing is
   * left to be seen.
   */
  sanitize(svg: string): Extract<Picture, { readonly kind: 'svg' }> | null;
}

/** A kept asset as far as it takes to choose it. */
export interface KeptImage {
  readonly id: string;
  readonly instruction: string;
  /** The names of the contenders whose pictures are finished. */
  readonly madeBy: readonly string[];
}

/** Keeps pictures that were paid for, so that closing a window loses none. */
export interface ImageStore {
  /** Never rejects: what cannot be written is told to the person. */
  save(asset: ImageAsset): Promise<void>;
  /**
   * From now on the asset is this window's: others that still have it keep it no more. Null when there is none, or it
   * cannot be read any more.
   */
  load(assetId: string): Promise<ImageAsset | null>;
  /** All that are kept, the latest first. */
  list(): Promise<readonly KeptImage[]>;
  remove(assetId: string): Promise<void>;
}
