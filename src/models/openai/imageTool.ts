import type OpenAI from 'openai';
import type { ImageOptions } from '../../core/asset/imageOptions.ts';
import { imageModel, partialPictures } from '../../core/asset/imageOptions.ts';

/**
 * The provider's own tool for pictures. Its model is named, although it is the default one, so that another default is
 * not billed at a price that nobody reserved.
 */
export function imageTool(options: ImageOptions): OpenAI.Responses.Tool.ImageGeneration {
  const { size, background, format, quality } = options;
  return {
    type: 'image_generation',
    action: 'generate',
    model: imageModel,
    size,
    background,
    output_format: format,
    quality,
    partial_images: partialPictures,
  };
}
