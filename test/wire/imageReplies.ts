import type { WireEvent, WireReply } from './wireReply.ts';

/** A PNG of one transparent pixel, in base64. */
export const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** What a stream of the Responses API with a picture in it says. */
export interface OpenAiImageStream {
  readonly text?: string;
  readonly partials?: readonly string[];
  /** Null where the call failed. */
  readonly result: string | null;
  /** The call's own error object. */
  readonly error?: Readonly<Record<string, unknown>>;
}

/** The events as the API streams them, written by hand from the SDK's types: no recording of a real one is at hand. */
export function openAiImageEvents({
  text = '',
  partials = [],
  result,
  error,
}: OpenAiImageStream): readonly WireEvent[] {
  const events: WireEvent[] = [];
  const output: Record<string, unknown>[] = [];
  const emit = (type: string, fields: Readonly<Record<string, unknown>>) =>
    events.push({ type, sequence_number: events.length, ...fields });
  const response = {
    id: 'resp_image',
    object: 'response',
    created_at: 1_785_273_853,
    model: 'gpt-5.5-2026-04-23',
    error: null,
    incomplete_details: null,
    store: false,
    tools: [
      {
        type: 'image_generation',
        action: 'generate',
        background: 'transparent',
        model: 'gpt-image-2.6-sunburst',
        moderation: 'auto',
        output_compression: 100,
        output_format: 'png',
        partial_images: 2,
        quality: 'medium',
        size: '1024x1024',
      },
    ],
  };
  emit('response.created', { response: { ...response, status: 'in_progress', output: [], usage: null } });
  emit('response.in_progress', { response: { ...response, status: 'in_progress', output: [], usage: null } });
  if (text !== '') {
    const message = { id: 'msg_1', type: 'message', role: 'assistant', phase: 'commentary' };
    const place = { item_id: 'msg_1', output_index: 0, content_index: 0 };
    const part = { type: 'output_text', annotations: [], logprobs: [], text };
    emit('response.output_item.added', { output_index: 0, item: { ...message, status: 'in_progress', content: [] } });
    emit('response.content_part.added', { ...place, part: { ...part, text: '' } });
    emit('response.output_text.delta', { ...place, delta: text, logprobs: [] });
    emit('response.output_text.done', { ...place, text, logprobs: [] });
    emit('response.content_part.done', { ...place, part });
    output.push({ ...message, status: 'completed', content: [part] });
    emit('response.output_item.done', { output_index: 0, item: output.at(-1) });
  }
  const output_index = output.length;
  const place = { item_id: 'ig_1', output_index };
  const call = { id: 'ig_1', type: 'image_generation_call' };
  emit('response.output_item.added', { output_index, item: { ...call, status: 'in_progress' } });
  emit('response.image_generation_call.in_progress', place);
  emit('response.image_generation_call.generating', place);
  for (const [partial_image_index, partial_image_b64] of partials.entries()) {
    const settings = { background: 'transparent', output_format: 'png', quality: 'medium', size: '1024x1024' };
    emit('response.image_generation_call.partial_image', {
      ...place,
      partial_image_index,
      partial_image_b64,
      ...settings,
    });
  }
  if (result !== null) emit('response.image_generation_call.completed', place);
  const status = result === null ? 'failed' : 'completed';
  output.push({ ...call, status, result, output_format: 'png', ...(error === undefined ? {} : { error }) });
  emit('response.output_item.done', { output_index, item: output.at(-1) });
  const usage = {
    input_tokens: 300,
    input_tokens_details: { cache_write_tokens: 0, cached_tokens: 0 },
    output_tokens: 90,
    output_tokens_details: { reasoning_tokens: 40 },
    total_tokens: 390,
  };
  const image_gen = {
    input_tokens: 50,
    input_tokens_details: { image_tokens: 0, text_tokens: 50 },
    output_tokens: result === null ? 0 : 1_256,
    output_tokens_details: { image_tokens: result === null ? 0 : 1_256, text_tokens: 0 },
    total_tokens: result === null ? 50 : 1_306,
  };
  const tool_usage = { image_gen, web_search: { num_requests: 0 } };
  emit('response.completed', { response: { ...response, status: 'completed', output, usage, tool_usage } });
  return events;
}

/** Such a stream as a reply. */
export function openAiImage(stream: OpenAiImageStream, rest: Omit<WireReply, 'content'> = {}): WireReply {
  return { ...rest, content: { kind: 'events', events: openAiImageEvents(stream) } };
}
