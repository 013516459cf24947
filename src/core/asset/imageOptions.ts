/** The sizes on offer, in pixels, and `auto` for the model's own choice. */
export const imageSizes = ['1024x1024', '1536x1024', '1024x1536', 'auto'] as const;
/** What is behind the motif. */
export const imageBackgrounds = ['transparent', 'opaque', 'auto'] as const;
/** In what a picture of pixels is stored. */
export const rasterFormats = ['png', 'webp', 'jpeg'] as const;
/** How carefully a picture of pixels is worked out; dearer the higher. */
export const imageQualities = ['auto', 'low', 'medium', 'high'] as const;

export type AssetSize = (typeof imageSizes)[number];
export type ImageBackground = (typeof imageBackgrounds)[number];
export type RasterFormat = (typeof rasterFormats)[number];
export type ImageQuality = (typeof imageQualities)[number];

/** How a picture is to be made. Format and quality are for pictures of pixels; a drawing in SVG has neither. */
export interface ImageOptions {
  readonly size: AssetSize;
  readonly background: ImageBackground;
  readonly format: RasterFormat;
  readonly quality: ImageQuality;
}

/** The model behind the Responses API's tool: its default as of SDK 7.57 (`Tool.ImageGeneration.model`). */
export const imageModel = 'gpt-image-2.6-sunburst';
/** How many pictures are shown before the finished one; three are the most that the tool makes. */
export const partialPictures = 2;

/** What suits most assets: icons and illustrations that stand on any ground. */
export const defaultImageOptions: ImageOptions = {
  size: '1024x1024',
  background: 'transparent',
  format: 'png',
  quality: 'medium',
};

/** The same with a format that can do what the background asks: JPEG knows no transparency. */
export function possibleOptions(options: ImageOptions): ImageOptions {
  return options.background === 'transparent' && options.format === 'jpeg' ? { ...options, format: 'png' } : options;
}

/** Options that came from outside; null for anything that is none, or that cannot be made. */
export function readImageOptions(data: unknown): ImageOptions | null {
  if (typeof data !== 'object' || data === null) return null;
  const { size, background, format, quality } = data as Readonly<Record<string, unknown>>;
  const isWhole =
    isOneOf(size, imageSizes) &&
    isOneOf(background, imageBackgrounds) &&
    isOneOf(format, rasterFormats) &&
    isOneOf(quality, imageQualities);
  return isWhole ? possibleOptions({ size, background, format, quality }) : null;
}

function isOneOf<Word extends string>(value: unknown, words: readonly Word[]): value is Word {
  return words.some((word) => word === value);
}
