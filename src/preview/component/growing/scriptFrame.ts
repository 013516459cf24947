/** What is open in a script. */
export interface ScriptFrame {
  /**
   * `tag`: the inside of an opening tag of JSX. `element`: what is between its tags. `braces` are blocks, objects and what
   * JSX has code in; those of a template string are `text`.
   */
  readonly kind: 'braces' | 'parentheses' | 'brackets' | 'text' | 'tag' | 'element';
  /** Of a tag or element; '' of a fragment and of anything else. */
  readonly name: string;
  /** How many conditions (`a ? b`) still want their other half. */
  readonly conditions: number;
  /** What it is in; null at the outer level. */
  readonly outer: ScriptFrame | null;
}

const ends: Readonly<Record<Exclude<ScriptFrame['kind'], 'element'>, string>> = {
  braces: '}',
  parentheses: ')',
  brackets: ']',
  text: '}`',
  tag: ' />',
};

/** What closes a frame and all that it is in. */
export function closingOf(innermost: ScriptFrame | null): string {
  let closing = '';
  for (let frame = innermost; frame !== null; frame = frame.outer) {
    const { kind, name, conditions } = frame;
    closing += ' : null'.repeat(conditions) + (kind === 'element' ? `</${name}>` : ends[kind]);
  }
  return closing;
}
