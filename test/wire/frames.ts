import type { Provider } from '../../src/core/contender.ts';
import { anthropicEvents } from '../../src/models/scripted/anthropicEvents.ts';
import { openAiEvents } from '../../src/models/scripted/openaiEvents.ts';
import { readCall } from '../../src/models/scripted/readCall.ts';
import { frameOf, recordedFrames } from './recordings.ts';
import type { FrameFault, WireAnswer, WireContent, WireEvent, WireReply } from './wireReply.ts';

/** The frames of a reply's body, with the faults of single events worked in. */
export function framesOf(reply: WireReply, provider: Provider, model: string): readonly string[] {
  const frames = [...contentFrames(reply.content, provider, model)];
  // From the back, so that a fault does not shift the places of the ones before it.
  const faults = (reply.faults ?? []).filter(isFrameFault).toSorted((one, other) => other.at - one.at);
  for (const fault of faults)
    frames.splice(fault.at, fault.kind === 'swap-with-next' ? 2 : 1, ...faulty(frames, fault));
  return frames;
}

/** The events of a well-formed stream that says this. */
export function answerEvents(provider: Provider, answer: WireAnswer, model: string): readonly WireEvent[] {
  const whole = {
    model: answer.model ?? model,
    thinking: answer.thinking ?? '',
    prose: answer.prose ?? '',
    calls: [...(answer.reads ?? []).map(readCall), ...(answer.edits ?? []), ...(answer.functions ?? [])],
    ...(answer.picture === undefined ? {} : { picture: answer.picture }),
    round: answer.round ?? 0,
    inputTokens: 1234,
  };
  const events: readonly WireEvent[] = provider === 'openai' ? openAiEvents(whole) : anthropicEvents(whole);
  const { usage } = answer;
  if (usage === undefined) return events;
  return events.map((event): WireEvent => {
    if (event.type === 'message_delta') return { ...event, usage };
    if (event.type !== 'response.completed') return event;
    return { ...event, response: { ...(event.response as object), usage } };
  });
}

function contentFrames(content: WireContent, provider: Provider, model: string): readonly string[] {
  switch (content.kind) {
    case 'recording':
      return recordedFrames(content.name, content.part ?? 0);
    case 'events':
      return content.events.map(frameOf);
    case 'answer':
      return answerEvents(provider, content, model).map(frameOf);
    case 'text':
      return [content.text];
  }
}

function faulty(frames: readonly string[], fault: FrameFault): readonly string[] {
  const frame = frames[fault.at] ?? '';
  switch (fault.kind) {
    case 'duplicate':
      return [frame, frame];
    case 'swap-with-next':
      return [frames[fault.at + 1] ?? '', frame];
    case 'drop':
      return [];
    case 'malformed-json':
      return [frame.replace(/\}\s*$/, '\n\n')];
    case 'no-event-line':
      return [frame.replace(/^event:.*\r?\n/m, '')];
    case 'insert':
      return [fault.text, frame];
  }
}

function isFrameFault(fault: { readonly kind: string }): fault is FrameFault {
  return 'at' in fault;
}
