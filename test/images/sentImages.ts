import type { Provider } from '../../src/core/contender.ts';

/** A picture as it stands in a request. */
export interface RequestImage {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** The pictures of a request's body, found in whatever depth, on either provider's wire. */
export function imagesIn(provider: Provider, body: unknown): readonly RequestImage[] {
  if (Array.isArray(body)) return body.flatMap((each) => imagesIn(provider, each));
  if (typeof body !== 'object' || body === null) return [];
  const fields: Readonly<Record<string, unknown>> = { ...body };
  if (provider === 'openai' && fields.type === 'input_image') {
    const [, mediaType, data] = /^data:([^;]+);base64,(.*)$/.exec(String(fields.image_url)) ?? [];
    return [{ mediaType: mediaType ?? '', bytes: Buffer.from(data ?? '', 'base64') }];
  }
  if (provider === 'anthropic' && fields.type === 'image') {
    const source: Readonly<Record<string, unknown>> = { ...Object(fields.source) };
    return [{ mediaType: String(source.media_type), bytes: Buffer.from(String(source.data), 'base64') }];
  }
  return Object.values(fields).flatMap((each) => imagesIn(provider, each));
}
