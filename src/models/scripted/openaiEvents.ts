import type { FileEdit } from '../../core/edits/toolCall.ts';
import { pieces } from './pieces.ts';

/** A call of a function by name, e.g. of one that reads, with its arguments as they go over the wire. */
export interface FunctionCall {
  readonly kind: 'function';
  readonly name: string;
  /** JSON where the model writes JSON. */
  readonly arguments: string;
}

/** A wire event as JSON. */
export type WireEvent = { readonly type: string } & Readonly<Record<string, unknown>>;

/** A picture that the provider's tool makes, each stage of it in base64. */
export interface StreamedPicture {
  readonly partials: readonly string[];
  readonly finished: string;
  /** Of the tool. */
  readonly model: string;
  /** Image tokens. */
  readonly outputTokens: number;
}

/** What a streamed response is to say. */
export interface StreamedAnswer {
  readonly model: string;
  readonly thinking: string;
  readonly prose: string;
  /** Edits go out as the provider's own edit tool has them. */
  readonly calls: readonly (FileEdit | FunctionCall)[];
  /** Comes after the calls; only on OpenAI's wire. */
  readonly picture?: StreamedPicture;
  /** How many rounds came before: ids never repeat within a conversation. */
  readonly round: number;
  /** Tokens of the request. */
  readonly inputTokens: number;
}

/** The events of a whole response as the Responses API streams them, numbered from 0. */
export function openAiEvents(answer: StreamedAnswer): readonly WireEvent[] {
  const events: WireEvent[] = [];
  const output: Record<string, unknown>[] = [];
  const response = {
    id: 'resp_scripted',
    object: 'response',
    created_at: 0,
    model: answer.model,
    error: null,
    incomplete_details: null,
    store: false,
  };
  const emit = (type: string, fields: Readonly<Record<string, unknown>>) =>
    events.push({ type, sequence_number: events.length, ...fields });
  const item = (
    started: Record<string, unknown>,
    write: (place: { item_id: unknown; output_index: number }) => Record<string, unknown>,
  ) => {
    const output_index = output.length;
    emit('response.output_item.added', { output_index, item: started });
    const finished = write({ item_id: started.id, output_index });
    emit('response.output_item.done', { output_index, item: finished });
    output.push(finished);
  };

  const patchCall = (operation: Operation, id: string) => {
    const call = { id: `apc_${id}`, type: 'apply_patch_call', call_id: `call_${id}` };
    const started = operation.diff === undefined ? operation : { ...operation, diff: '' };
    item({ ...call, status: 'in_progress', operation: started }, (place) => {
      if (operation.diff !== undefined) {
        for (const delta of pieces(operation.diff)) {
          emit('response.apply_patch_call_operation_diff.delta', { ...place, delta });
        }
        emit('response.apply_patch_call_operation_diff.done', { ...place, diff: operation.diff });
      }
      return { ...call, status: 'completed', operation };
    });
  };
  const functionCall = (written: FunctionCall, id: string) => {
    const call = { id: `fc_${id}`, type: 'function_call', call_id: `call_${id}`, name: written.name };
    item({ ...call, status: 'in_progress', arguments: '' }, (place) => {
      for (const delta of pieces(written.arguments)) {
        emit('response.function_call_arguments.delta', { ...place, delta });
      }
      emit('response.function_call_arguments.done', { ...place, arguments: written.arguments });
      return { ...call, status: 'completed', arguments: written.arguments };
    });
  };

  const pictureCall = ({ partials, finished }: StreamedPicture) => {
    const call = { id: 'ig_scripted', type: 'image_generation_call' };
    item({ ...call, status: 'in_progress' }, (place) => {
      emit('response.image_generation_call.in_progress', place);
      emit('response.image_generation_call.generating', place);
      partials.forEach((partial_image_b64, partial_image_index) => {
        emit('response.image_generation_call.partial_image', { ...place, partial_image_index, partial_image_b64 });
      });
      emit('response.image_generation_call.completed', place);
      return { ...call, status: 'completed', output_format: 'png', result: finished };
    });
  };

  const begun = { ...response, status: 'in_progress', output: [], usage: null };
  emit('response.created', { response: begun });
  emit('response.in_progress', { response: begun });
  if (answer.thinking !== '') {
    const reasoning = { id: 'rs_scripted', type: 'reasoning', summary: [] };
    item(reasoning, (place) => {
      const at = { ...place, summary_index: 0 };
      emit('response.reasoning_summary_part.added', { ...at, part: { type: 'summary_text', text: '' } });
      for (const delta of pieces(answer.thinking)) emit('response.reasoning_summary_text.delta', { ...at, delta });
      emit('response.reasoning_summary_text.done', { ...at, text: answer.thinking });
      const part = { type: 'summary_text', text: answer.thinking };
      emit('response.reasoning_summary_part.done', { ...at, part });
      return { ...reasoning, summary: [part], encrypted_content: 'c2NyaXB0ZWQ=' };
    });
  }
  if (answer.prose !== '') {
    const message = { id: 'msg_scripted', type: 'message', role: 'assistant', phase: 'final_answer' };
    item({ ...message, status: 'in_progress', content: [] }, (place) => {
      const at = { ...place, content_index: 0 };
      const part = { type: 'output_text', annotations: [], logprobs: [], text: '' };
      emit('response.content_part.added', { ...at, part });
      for (const delta of pieces(answer.prose)) emit('response.output_text.delta', { ...at, delta, logprobs: [] });
      emit('response.output_text.done', { ...at, text: answer.prose, logprobs: [] });
      emit('response.content_part.done', { ...at, part: { ...part, text: answer.prose } });
      return { ...message, status: 'completed', content: [{ ...part, text: answer.prose }] };
    });
  }
  answer.calls.forEach((call, index) => {
    const id = `scripted_${answer.round}_${index}`;
    if (call.kind === 'function') functionCall(call, id);
    else patchCall(operationOf(call), id);
  });

  if (answer.picture !== undefined) pictureCall(answer.picture);

  const reasoningTokens = tokensOf(answer.thinking);
  const outputTokens = reasoningTokens + tokensOf(answer.prose) + tokensOf(JSON.stringify(answer.calls));
  const usage = {
    input_tokens: answer.inputTokens,
    input_tokens_details: { cache_write_tokens: 0, cached_tokens: 0 },
    output_tokens: outputTokens,
    output_tokens_details: { reasoning_tokens: reasoningTokens },
    total_tokens: answer.inputTokens + outputTokens,
  };
  emit('response.completed', {
    response: { ...response, status: 'completed', output, usage, ...pictureUsage(answer) },
  });
  return events;
}

/** Pictures are counted apart from the model's own tokens, and their model is told only by the tools repeated. */
function pictureUsage({ picture, inputTokens }: StreamedAnswer): Readonly<Record<string, unknown>> {
  if (picture === undefined) return {};
  const image_gen = {
    input_tokens: inputTokens,
    input_tokens_details: { text_tokens: inputTokens, image_tokens: 0 },
    output_tokens: picture.outputTokens,
    output_tokens_details: { text_tokens: 0, image_tokens: picture.outputTokens },
    total_tokens: inputTokens + picture.outputTokens,
  };
  return { tools: [{ type: 'image_generation', model: picture.model }], tool_usage: { image_gen } };
}

/** What a text would roughly come to. */
function tokensOf(text: string): number {
  return Math.ceil(text.length / 4);
}

interface Operation {
  readonly type: string;
  readonly path: string;
  readonly diff?: string;
}

function operationOf(edit: FileEdit): Operation {
  const { path } = edit;
  switch (edit.kind) {
    case 'create':
      return { type: 'create_file', path, diff: `${edit.text.replace(/\n$/, '').replace(/^/gm, '+')}\n` };
    case 'delete':
      return { type: 'delete_file', path };
    case 'patch':
      return { type: 'update_file', path, diff: edit.diff };
    default:
      throw new Error(`the Responses API has no ${edit.kind}`);
  }
}
