import type { AnswerPart } from '../../core/answer.ts';
import type { Failure } from '../../core/failure.ts';
import type { Fields } from '../fields.ts';
import { isFields, listField, numberField, objectField, textField } from '../fields.ts';
import { Paragraphs } from '../paragraphs.ts';
import type { EventReader } from '../transport/round.ts';
import type { ReplyType } from './editTool.ts';
import { callOf, replyTypes } from './editTool.ts';
import { EventSequence } from './eventSequence.ts';
import { GrowingItem, writtenIn } from './growingItem.ts';
import { finishedPicture, partialPicture } from './imageCall.ts';
import { meteredResponse } from './metered.ts';

type Handler = (event: Fields) => readonly AnswerPart[];

const longestExplanation = 1000;

/**
 * Reads the events of one streamed response. Kinds of events that it does not know are ignored: the API sends some that
 * no documentation names (`keepalive`, `response.metadata`).
 */
export class ResponseReader implements EventReader {
  ending: AnswerPart | null = null;
  /** Finished output items, in order, as they came. */
  readonly output: Fields[] = [];
  /** The calls, by call id, and how each is answered. */
  readonly pending = new Map<string, ReplyType>();
  private readonly host: string;
  private readonly canRead: boolean;
  private readonly reported: (error: unknown) => Failure;
  private readonly sequence = new EventSequence();
  private readonly prose = new Paragraphs();
  private readonly thinking = new Paragraphs();
  private readonly streamed = new Map<string, string[]>();
  private readonly growing = new Map<string, GrowingItem>();
  private model: string | null = null;
  private refusal: string | null = null;
  private pictureFailure: Failure | null = null;

  constructor(options: {
    readonly host: string;
    /** Whether the model was offered the tools to read in the workspace. */
    readonly canRead: boolean;
    /** The failure that an error object within the stream stands for. */
    readonly reported: (error: unknown) => Failure;
  }) {
    this.host = options.host;
    this.canRead = options.canRead;
    this.reported = options.reported;
  }

  read(event: unknown): readonly AnswerPart[] {
    if (!isFields(event)) return [];
    const handler = this.handlers[textField(event, 'type') ?? ''];
    const place = this.sequence.place(event);
    if (handler === undefined || place === 'repeated') return [];
    if (place === 'late') return this.fail({ kind: 'protocol', host: this.host, detail: 'events out of order' });
    return handler(event);
  }

  private readonly handlers: Readonly<Record<string, Handler>> = {
    'response.created': (event) => this.takeModel(event),
    'response.in_progress': (event) => this.takeModel(event),
    'response.output_item.added': (event) => this.startItem(objectField(event, 'item')),
    'response.content_part.added': () => {
      this.prose.startBlock();
      return [];
    },
    'response.output_text.delta': (event) => this.addProse(event, textField(event, 'delta') ?? ''),
    'response.output_text.done': (event) => this.completeProse(event, textField(event, 'text') ?? ''),
    'response.refusal.delta': (event) => this.addRefusal(textField(event, 'delta') ?? ''),
    'response.refusal.done': (event) => this.completeRefusal(textField(event, 'refusal') ?? ''),
    'response.reasoning_summary_part.added': () => {
      this.thinking.startBlock();
      return [];
    },
    'response.reasoning_summary_text.delta': (event) => this.think(textField(event, 'delta') ?? ''),
    'response.reasoning_text.delta': (event) => this.think(textField(event, 'delta') ?? ''),
    'response.apply_patch_call_operation_diff.delta': (event) => this.grow(event),
    'response.function_call_arguments.delta': (event) => this.grow(event),
    'response.custom_tool_call_input.delta': (event) => this.grow(event),
    'response.image_generation_call.in_progress': () => [{ type: 'picture-begun' }],
    'response.image_generation_call.generating': () => [{ type: 'picture-begun' }],
    'response.image_generation_call.partial_image': (event) => partialPicture(event),
    'response.output_item.done': (event) => this.finishItem(event, objectField(event, 'item')),
    'response.completed': (event) => this.complete(objectField(event, 'response')),
    'response.incomplete': (event) => this.stopShort(objectField(event, 'response')),
    'response.failed': (event) => {
      const response = objectField(event, 'response');
      return [...this.takeUsage(response), ...this.fail(this.reported(objectField(response, 'error')))];
    },
    error: (event) => this.fail(this.reported(objectField(event, 'error') ?? event)),
  };

  private takeModel(event: Fields): readonly AnswerPart[] {
    const model = textField(objectField(event, 'response'), 'model');
    if (model === null || model === this.model) return [];
    this.model = model;
    return [{ type: 'model', model }];
  }

  private startItem(item: Fields | null): readonly AnswerPart[] {
    const type = textField(item, 'type');
    if (type === 'reasoning') {
      this.thinking.startBlock();
      return [{ type: 'thinking', text: '' }];
    }
    if (item === null || type === null || replyTypes[type] === undefined) return [];
    const growing = new GrowingItem(item);
    this.growing.set(textField(item, 'id') ?? '', growing);
    return [growing.call.part()];
  }

  private grow(event: Fields): readonly AnswerPart[] {
    return this.growing.get(textField(event, 'item_id') ?? '')?.add(textField(event, 'delta') ?? '') ?? [];
  }

  private think(delta: string): readonly AnswerPart[] {
    return [{ type: 'thinking', text: this.thinking.add(delta) }];
  }

  private addProse(event: Fields, delta: string): readonly AnswerPart[] {
    if (delta === '') return [];
    const place = placeOf(event);
    const soFar = this.streamed.get(place);
    if (soFar === undefined) this.streamed.set(place, [delta]);
    else soFar.push(delta);
    return [{ type: 'prose', text: this.prose.add(delta) }];
  }

  /** A text comes once more as a whole when it is complete: that makes up for deltas that were lost or never sent. */
  private completeProse(event: Fields, text: string): readonly AnswerPart[] {
    const soFar = (this.streamed.get(placeOf(event)) ?? []).join('');
    if (text.startsWith(soFar)) return this.addProse(event, text.slice(soFar.length));
    return this.sequence.hasGap ? this.fail(this.lostEvents()) : [];
  }

  private addRefusal(delta: string): readonly AnswerPart[] {
    this.refusal = (this.refusal ?? '') + delta;
    return [];
  }

  private completeRefusal(text: string): readonly AnswerPart[] {
    this.refusal = text;
    return [];
  }

  private finishItem(event: Fields, item: Fields | null): readonly AnswerPart[] {
    if (item === null) return [];
    this.output.push(item);
    const type = textField(item, 'type') ?? '';
    if (type === 'message') return this.finishMessage(event, item);
    if (type === 'image_generation_call') return this.finishPicture(item);
    const replyType = replyTypes[type];
    if (replyType === undefined || textField(item, 'status') === 'incomplete') return [];
    const received = this.growing.get(textField(item, 'id') ?? '')?.call.received() ?? '';
    if (this.sequence.hasGap && !writtenIn(item).startsWith(received)) return this.fail(this.lostEvents());
    const call = callOf(item, this.canRead);
    this.pending.set(call.callId, replyType);
    return [{ type: 'call', call }];
  }

  /** What went wrong with a picture ends the answer at its end, which tells the cost. */
  private finishPicture(item: Fields): readonly AnswerPart[] {
    const picture = finishedPicture(item, this.reported);
    if (picture.type === 'picture') return [picture];
    this.pictureFailure = picture.failure;
    return [];
  }

  private finishMessage(event: Fields, item: Fields): readonly AnswerPart[] {
    return listField(item, 'content').flatMap((content, index) => {
      if (!isFields(content)) return [];
      if (textField(content, 'type') === 'refusal') return this.completeRefusal(textField(content, 'refusal') ?? '');
      if (textField(content, 'type') !== 'output_text') return [];
      const place = { ...event, item_id: textField(item, 'id'), content_index: index };
      return this.completeProse(place, textField(content, 'text') ?? '');
    });
  }

  private complete(response: Fields | null): readonly AnswerPart[] {
    const usage = this.takeUsage(response);
    if (this.sequence.hasGap && !this.hasAllOf(listField(response, 'output'))) {
      return [...usage, ...this.fail(this.lostEvents())];
    }
    if (this.refusal !== null) {
      const explanation = this.refusal.trim().slice(0, longestExplanation);
      return [...usage, ...this.fail({ kind: 'refused', explanation: explanation === '' ? null : explanation })];
    }
    if (this.pictureFailure !== null) return [...usage, ...this.fail(this.pictureFailure)];
    this.ending ??= { type: 'end' };
    return usage;
  }

  private stopShort(response: Fields | null): readonly AnswerPart[] {
    const reason = textField(objectField(response, 'incomplete_details'), 'reason');
    const failure: Failure =
      reason === 'content_filter' ? { kind: 'refused', explanation: null } : { kind: 'truncated', limit: 'output' };
    return [...this.takeUsage(response), ...this.fail(failure)];
  }

  private takeUsage(response: Fields | null): readonly AnswerPart[] {
    const taken = meteredResponse(response, this.host);
    return taken === null ? [] : [{ type: 'usage', ...taken.metered, final: true, raw: taken.raw }];
  }

  private hasAllOf(items: readonly unknown[]): boolean {
    const finished = new Set(this.output.map((item) => textField(item, 'id')));
    return items.filter(isFields).every((item) => finished.has(textField(item, 'id')));
  }

  private lostEvents(): Failure {
    return { kind: 'protocol', host: this.host, detail: 'events were lost' };
  }

  private fail(failure: Failure): readonly AnswerPart[] {
    this.ending ??= { type: 'failure', failure };
    return [];
  }
}

/** Which text of which item an event is about. */
function placeOf(event: Fields): string {
  return `${textField(event, 'item_id') ?? ''}/${numberField(event, 'content_index') ?? 0}`;
}
