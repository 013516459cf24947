import type { Fields } from '../fields.ts';
import { isFields, listField, textField } from '../fields.ts';

/** One content block of a message while it streams in, kept so that it can be sent back unmodified. */
export class ContentBlock {
  readonly type: string;
  isOpen = true;
  private readonly start: Fields;
  private readonly texts: Record<'text' | 'thinking' | 'signature' | 'json', string[]> = {
    text: [],
    thinking: [],
    signature: [],
    json: [],
  };
  private readonly citations: unknown[] = [];

  constructor(start: Fields) {
    this.start = start;
    this.type = textField(start, 'type') ?? '';
  }

  /** A field of the block as it began, e.g. a tool call's `id`. */
  text(name: string): string {
    return textField(this.start, name) ?? '';
  }

  take(delta: Fields): void {
    this.texts.text.push(textField(delta, 'text') ?? '');
    this.texts.thinking.push(textField(delta, 'thinking') ?? '');
    this.texts.signature.push(textField(delta, 'signature') ?? '');
    this.texts.json.push(textField(delta, 'partial_json') ?? '');
    if (isFields(delta.citation)) this.citations.push(delta.citation);
  }

  /** A tool call's input, or undefined when what came is not a JSON object. A tool without arguments sends none at all. */
  input(): Fields | undefined {
    const json = this.texts.json.join('');
    if (json.trim() === '') return isFields(this.start.input) ? this.start.input : {};
    try {
      const parsed: unknown = JSON.parse(json);
      return isFields(parsed) ? parsed : undefined;
    } catch {
      return undefined;
    }
  }

  /** The block as a whole. */
  complete(): Fields {
    const joined = (name: 'text' | 'thinking' | 'signature') => this.text(name) + this.texts[name].join('');
    if (this.type === 'thinking')
      return { ...this.start, thinking: joined('thinking'), signature: joined('signature') };
    if (this.type === 'tool_use') return { ...this.start, input: this.input() ?? {} };
    if (this.type !== 'text') return this.start;
    const citations = [...listField(this.start, 'citations'), ...this.citations];
    return { ...this.start, text: joined('text'), ...(citations.length > 0 ? { citations } : {}) };
  }
}
