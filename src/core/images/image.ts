/** A picture's extent in pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The formats that pictures are taken in. */
export type ImageMediaType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';

/** The formats that pictures are sent in: both providers take them, and neither can move. */
export type SentMediaType = Extract<ImageMediaType, 'image/png' | 'image/jpeg'>;

/** Every format that pictures are sent in, to tell whether a name that came from outside is one. */
export const sentMediaTypes: Readonly<Record<SentMediaType, true>> = { 'image/png': true, 'image/jpeg': true };

/** A picture as models get it: pixels alone, without what cameras and programs write about them. */
export interface SentImage extends ImageSize {
  readonly mediaType: SentMediaType;
  /** The file's bytes in base64. */
  readonly data: string;
  /** How many bytes that is. */
  readonly bytes: number;
}

/** A picture as a context piece holds it. */
export interface PieceImage extends SentImage {
  /** What the picture was before it was made to fit. */
  readonly original: ImageSize & { readonly bytes: number };
  /** True when it moved, and only its first frame is sent. */
  readonly isFirstFrame: boolean;
}

/** A picture of a prompt, under the name that the prompt gives it. */
export interface PromptImage extends SentImage {
  readonly name: string;
}

/** Why a file is no picture that can be sent. */
export type ImageFault =
  /** It is no picture, whatever it is called. */
  | 'not-an-image'
  /** It is a picture in a format that the providers do not take. */
  | 'unsupported'
  | 'damaged'
  | 'too-many-bytes'
  | 'too-many-pixels'
  /** There are as many pictures as a comparison takes. */
  | 'too-many'
  /** There is no such file, or it is locked. */
  | 'unreadable'
  /** Models may not see files in that place. */
  | 'not-readable'
  /** The panel, which redraws pictures, was closed or did not manage to. */
  | 'not-prepared';

/** What a picture's file says of itself. */
export interface ImageHeader extends ImageSize {
  readonly mediaType: ImageMediaType;
  readonly isAnimated: boolean;
}

/** Why a file's beginning says nothing of use. */
export type HeaderFault = Extract<ImageFault, 'not-an-image' | 'unsupported' | 'damaged'>;

/** Larger files are not read, in bytes. OpenAI takes no more for one image either. */
export const mostImageBytes = 20 * 1024 * 1024;

/** Pictures with more pixels are not drawn: each takes four bytes of memory. */
export const mostImagePixels = 50_000_000;

/**
 * So many bytes a picture has at most as it is sent. Anthropic takes 5 MB of base64 for one image
 * (platform.claude.com/docs/en/build-with-claude/vision); a screenshot at the sizes that models see is far below.
 */
export const mostSentBytes = 2 * 1024 * 1024;

/** So many files are looked into of those that are chosen, pasted or dropped at once. */
export const mostOffered = 20;

/** So many pictures go along with one task. Beyond 20 Anthropic's limits get tighter; nobody looks through so many. */
export const mostImages = 6;
