import type { Provider } from '../../src/core/contender.ts';
import { answerEvents } from './frames.ts';
import type { WireAnswer, WireEvent, WireReply } from './wireReply.ts';

/** A well-formed stream. */
export function answerReply(answer: WireAnswer, rest: Omit<WireReply, 'content'> = {}): WireReply {
  return { ...rest, content: { kind: 'answer', ...answer } };
}

/** A recorded response. */
export function recordingReply(name: string, part = 0, rest: Omit<WireReply, 'content'> = {}): WireReply {
  return { ...rest, content: { kind: 'recording', name, part } };
}

/** What a provider says when it was asked to count the input. */
export function countReply(provider: Provider, inputTokens: number): WireReply {
  const text =
    provider === 'openai'
      ? `{"object":"response.input_tokens","input_tokens":${inputTokens}}`
      : `{"input_tokens":${inputTokens}}`;
  return { content: { kind: 'text', text } };
}

/** An error status with the provider's own body. */
export function errorReply(
  provider: Provider,
  status: number,
  error: {
    readonly type: string;
    readonly message: string;
    readonly code?: string | null;
    readonly param?: string | null;
  },
  headers: Readonly<Record<string, string>> = {},
): WireReply {
  const { type, message, code = null, param = null } = error;
  const body =
    provider === 'openai'
      ? { error: { message, type, param, code } }
      : { type: 'error', error: { type, message, details: null }, request_id: 'req_wire' };
  return { status, headers, content: { kind: 'text', text: JSON.stringify(body) } };
}

/** A request turned down because of one of its parameters. */
export function parameterRejection(provider: Provider, param: string, message: string): WireReply {
  return errorReply(provider, 400, { type: 'invalid_request_error', message, code: 'unsupported_parameter', param });
}

/** A page that someone between us and the provider put there. */
export function pageReply(status: number, text = '<!doctype html><title>Sign in to the network</title>'): WireReply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, content: { kind: 'text', text } };
}

/** Both times that tools can be turned down: the provider's own edit tool, then functions in its place. */
export function toolsTurnedDown(provider: Provider): readonly [WireReply, WireReply] {
  const turnedDown = (message: string) =>
    errorReply(provider, 400, { type: 'invalid_request_error', message, param: 'tools' });
  return [turnedDown('Unsupported tool type.'), turnedDown('This model does not support tools.')];
}

/** A call of a Responses stream, with the deltas that it comes in. */
export interface OpenAiCall {
  readonly type: 'function_call' | 'custom_tool_call' | 'apply_patch_call';
  readonly name?: string;
  /** Of an `apply_patch_call`. */
  readonly operation?: { readonly type: string; readonly path: string };
  /** The arguments, the input or the diff, in pieces. */
  readonly deltas: readonly string[];
}

/** A Responses stream of calls in any form. The ids are `call_0`, `call_1` and so on. */
export function openAiCalls(calls: readonly OpenAiCall[], rest: Omit<WireReply, 'content'> = {}): WireReply {
  const output: Record<string, unknown>[] = [];
  const events = calls.flatMap((call, index): WireEvent[] => {
    const place = { item_id: `item_${index}`, output_index: index };
    const text = call.deltas.join('');
    const { deltaType, item } = callForms[call.type](call);
    const begun = { id: place.item_id, type: call.type, call_id: `call_${index}`, name: call.name };
    const finished = { ...begun, status: 'completed', ...item(text) };
    output.push(finished);
    return [
      {
        type: 'response.output_item.added',
        output_index: index,
        item: { ...begun, status: 'in_progress', ...item('') },
      },
      ...call.deltas.map((delta): WireEvent => ({ type: deltaType, ...place, delta })),
      { type: 'response.output_item.done', output_index: index, item: finished },
    ];
  });
  const completed = { type: 'response.completed', response: { model: 'gpt-5.5', output, usage: null } };
  return { ...rest, content: { kind: 'events', events: [...events, completed] } };
}

const callForms: Readonly<
  Record<
    OpenAiCall['type'],
    (call: OpenAiCall) => { readonly deltaType: string; readonly item: (text: string) => Record<string, unknown> }
  >
> = {
  function_call: () => ({
    deltaType: 'response.function_call_arguments.delta',
    item: (text) => ({ arguments: text }),
  }),
  custom_tool_call: () => ({
    deltaType: 'response.custom_tool_call_input.delta',
    item: (text) => ({ input: text }),
  }),
  apply_patch_call: ({ operation }) => ({
    deltaType: 'response.apply_patch_call_operation_diff.delta',
    item: (text) => ({ operation: { ...operation, diff: text } }),
  }),
};

/** A stream whose last event is replaced by others. */
export function endingReply(
  provider: Provider,
  answer: WireAnswer,
  ending: (last: WireEvent, before: readonly WireEvent[]) => readonly WireEvent[],
): WireReply {
  const events = answerEvents(provider, answer, 'model');
  const cutAt = provider === 'openai' ? -1 : -2;
  const [before, [last]] = [events.slice(0, cutAt), events.slice(cutAt)];
  if (last === undefined) throw new Error('an empty stream has no ending');
  return { content: { kind: 'events', events: [...before, ...ending(last, before)] } };
}

/** A Responses stream that ends in `response.incomplete`, `response.failed` and the like. */
export function openAiEnding(answer: WireAnswer, type: string, fields: Readonly<Record<string, unknown>>): WireReply {
  return endingReply('openai', answer, (last) => [
    { ...last, type, response: { ...(last.response as object), ...fields } },
  ]);
}

/** A Responses stream that breaks off with an `error` event, nested as seen or flat as typed, then `response.failed`. */
export function openAiStreamError(
  answer: WireAnswer,
  error: Readonly<Record<string, unknown>>,
  shape: 'nested' | 'flat',
): WireReply {
  return endingReply('openai', answer, (last) => {
    const sequence_number = Number(last.sequence_number);
    const reported = shape === 'nested' ? { error } : { ...error };
    return [
      { ...reported, type: 'error', sequence_number },
      {
        type: 'response.failed',
        sequence_number: sequence_number + 1,
        response: { ...(last.response as object), status: 'failed', error, usage: null },
      },
    ];
  });
}

/** A Messages stream that stops for the given reason. */
export function anthropicStop(
  answer: WireAnswer,
  stop_reason: string,
  stop_details: Readonly<Record<string, unknown>> | null = null,
): WireReply {
  return endingReply('anthropic', answer, (last) => [
    { ...last, delta: { stop_reason, stop_sequence: null, stop_details } },
    { type: 'message_stop' },
  ]);
}

/** A Messages stream that breaks off with an `error` event. */
export function anthropicStreamError(answer: WireAnswer, type: string, message: string): WireReply {
  return endingReply('anthropic', answer, () => [{ type: 'error', error: { details: null, type, message } }]);
}
