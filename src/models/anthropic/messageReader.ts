import type { AnswerPart } from '../../core/answer.ts';
import type { ToolCall } from '../../core/edits/toolCall.ts';
import type { Failure } from '../../core/failure.ts';
import { editsOf } from '../editsOf.ts';
import type { Fields } from '../fields.ts';
import { isFields, numberField, objectField, textField } from '../fields.ts';
import { GrowingCall } from '../growingCall.ts';
import { Paragraphs } from '../paragraphs.ts';
import { isReadTool } from '../readTools.ts';
import type { EventReader } from '../transport/round.ts';
import { ContentBlock } from './contentBlock.ts';
import { callOf } from './editTool.ts';
import { endings } from './endings.ts';
import { MessageUsage } from './messageUsage.ts';

type Handler = (event: Fields) => readonly AnswerPart[];

/**
 * Reads the events of one streamed message. Kinds of events that it does not know are ignored, and so is `ping`, which
 * is no content.
 */
export class MessageReader implements EventReader {
  ending: AnswerPart | null = null;
  private readonly host: string;
  private readonly canRead: boolean;
  private readonly reported: (error: unknown) => Failure;
  private readonly blocks: ContentBlock[] = [];
  private readonly usage = new MessageUsage();
  private readonly prose = new Paragraphs();
  private readonly thinking = new Paragraphs();
  private growing: GrowingCall | null = null;
  /** A finished call that is not known to be complete yet: a cut-off one is finished too. */
  private pendingCall: ContentBlock | null = null;
  private messageId: string | null = null;
  private model: string | null = null;
  private stopReason: string | null = null;
  private stopDetails: Fields | null = null;

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

  /** What the model said, to be sent back as it is: thinking with its signature above all. */
  content(): readonly Fields[] {
    return this.blocks
      .map((block) => block.complete())
      .filter((block) => textField(block, 'type') !== 'text' || textField(block, 'text') !== '');
  }

  read(event: unknown): readonly AnswerPart[] {
    if (!isFields(event)) return [];
    return this.handlers[textField(event, 'type') ?? '']?.(event) ?? [];
  }

  private readonly handlers: Readonly<Record<string, Handler>> = {
    message_start: (event) => this.startMessage(objectField(event, 'message')),
    content_block_start: (event) => this.startBlock(event),
    content_block_delta: (event) => this.addToBlock(event),
    content_block_stop: (event) => this.stopBlock(event),
    message_delta: (event) => this.takeDelta(event),
    message_stop: () => this.stopMessage(),
    error: (event) => this.fail(this.reported(event)),
  };

  private startMessage(message: Fields | null): readonly AnswerPart[] {
    const id = textField(message, 'id') ?? '';
    if (this.messageId !== null) return id === this.messageId ? [] : this.disorder();
    this.messageId = id;
    const model = textField(message, 'model');
    this.model = model;
    return [...(model === null ? [] : [{ type: 'model', model } as const]), ...this.takeUsage(message, false)];
  }

  private startBlock(event: Fields): readonly AnswerPart[] {
    const start = objectField(event, 'content_block');
    const index = numberField(event, 'index') ?? -1;
    const previous = this.blocks.at(-1);
    // The same block announced twice does no harm while nothing of it has come.
    if (index === this.blocks.length - 1 && previous?.isOpen === true) return [];
    if (start === null || index !== this.blocks.length || previous?.isOpen === true) return this.disorder();
    const block = new ContentBlock(start);
    this.blocks.push(block);
    // Another block after it: the call before was written to its end.
    const before = this.confirmCall();
    if (block.type === 'tool_use') {
      this.growing = new GrowingCall(block.text('id'), 'json', null, !isReadTool(block.text('name')));
      return [...before, this.growing.part()];
    }
    if (block.type === 'thinking' || block.type === 'redacted_thinking') {
      this.thinking.startBlock();
      return [...before, { type: 'thinking', text: this.thinking.add(block.text('thinking')) }];
    }
    if (block.type !== 'text') return before;
    // Text that is split only to carry citations reads on.
    if (previous !== undefined && previous.type !== 'text') this.prose.startBlock();
    return [...before, ...this.say(block.text('text'))];
  }

  private addToBlock(event: Fields): readonly AnswerPart[] {
    const block = this.blocks[numberField(event, 'index') ?? -1];
    const delta = objectField(event, 'delta');
    if (block === undefined || !block.isOpen) return this.disorder();
    if (delta === null) return [];
    block.take(delta);
    const type = textField(delta, 'type');
    if (type === 'text_delta') return this.say(textField(delta, 'text') ?? '');
    if (type === 'thinking_delta') {
      return [{ type: 'thinking', text: this.thinking.add(textField(delta, 'thinking') ?? '') }];
    }
    if (type === 'input_json_delta') return this.growing?.add(textField(delta, 'partial_json') ?? '') ?? [];
    return [];
  }

  private stopBlock(event: Fields): readonly AnswerPart[] {
    const block = this.blocks[numberField(event, 'index') ?? -1];
    if (block === undefined) return this.disorder();
    if (!block.isOpen) return [];
    block.isOpen = false;
    if (block.type !== 'tool_use') return [];
    this.pendingCall = block;
    return this.previewCall(block);
  }

  /** What a call that is held back would do: most probably it is complete. */
  private previewCall(block: ContentBlock): readonly AnswerPart[] {
    const input = block.input();
    if (input === undefined) return [];
    const { callId, request } = this.callOf(block, input);
    const edits = editsOf(request);
    return edits.length === 0 ? [] : [{ type: 'call-previewed', callId, edits }];
  }

  private takeDelta(event: Fields): readonly AnswerPart[] {
    const delta = objectField(event, 'delta');
    const reason = textField(delta, 'stop_reason');
    if (reason !== null) this.stopReason = reason;
    this.stopDetails = objectField(delta, 'stop_details') ?? this.stopDetails;
    const call = this.stopReason === 'tool_use' ? this.confirmCall() : [];
    return [...call, ...this.takeUsage(event, this.stopReason !== null)];
  }

  private stopMessage(): readonly AnswerPart[] {
    if (this.blocks.some((block) => block.isOpen)) return this.disorder();
    const ending = endings[this.stopReason ?? ''];
    if (ending === undefined) return this.fail({ kind: 'protocol', host: this.host, detail: 'unknown stop reason' });
    this.ending ??= ending(this.stopDetails);
    return [];
  }

  /** Gives the call that was held back. Input that is not JSON is never guessed at. */
  private confirmCall(): readonly AnswerPart[] {
    const block = this.pendingCall;
    this.pendingCall = null;
    if (block === null) return [];
    const input = block.input();
    if (input === undefined) return this.fail({ kind: 'protocol', host: this.host, detail: 'malformed tool input' });
    return [{ type: 'call', call: this.callOf(block, input) }];
  }

  private callOf(block: ContentBlock, input: Fields): ToolCall {
    return callOf(block.text('id'), block.text('name'), input, this.canRead);
  }

  private takeUsage(holder: Fields | null, final: boolean): readonly AnswerPart[] {
    const taken = this.usage.take(holder?.usage, this.model, final);
    return taken === null ? [] : [{ type: 'usage', ...taken.metered, final, raw: taken.raw }];
  }

  private say(delta: string): readonly AnswerPart[] {
    return delta === '' ? [] : [{ type: 'prose', text: this.prose.add(delta) }];
  }

  private disorder(): readonly AnswerPart[] {
    return this.fail({ kind: 'protocol', host: this.host, detail: 'events out of order' });
  }

  private fail(failure: Failure): readonly AnswerPart[] {
    this.ending ??= { type: 'failure', failure };
    return [];
  }
}
