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
}

const ends: Readonly<Record<Exclude<ScriptFrame['kind'], 'element'>, string>> = {
  braces: '}',
  parentheses: ')',
  brackets: ']',
  text: '}`',
  tag: ' />',
};

/** What closes frames, the innermost first. */
export function closingOf(frames: readonly ScriptFrame[]): string {
  return frames
    .toReversed()
    .map(({ kind, name, conditions }) => {
      const others = ' : null'.repeat(conditions);
      return others + (kind === 'element' ? `</${name}>` : ends[kind]);
    })
    .join('');
}
