/** Parameters that some model or endpoint turns down and that an answer can do without. */
export const optionalParameters = [
  'thinking.display',
  'thinking',
  'output_config.effort',
  'tools',
  'functions',
] as const;

export type OptionalParameter = (typeof optionalParameters)[number];

/** What was turned down so far: `tools` is the built-in tool, `functions` are tools of any kind. */
export type RejectedParameters = ReadonlySet<OptionalParameter>;

const anyTools =
  /^(tools|tool_choice)\b|\btool types?\b|text_editor_\d+|str_replace_based_edit_tool|support.*\b(tools?|function[ _-]call)|\btools?\b.*\b(not (supported|available|permitted)|unsupported)/i;

/** Words by which messages name a parameter, the narrower parameter first. The API has no field for it. */
const tellingWords: Readonly<Record<OptionalParameter, RegExp>> = {
  'thinking.display': /^thinking(\.\w+)*\.display\b|\bthinking\b.*\bdisplay\b/i,
  thinking:
    /^thinking\b|\badaptive thinking\b|thinking\.(type|adaptive)|\bthinking\b.*\bnot (supported|available|permitted)|not support.*\bthinking\b/i,
  'output_config.effort': /^output_config\b|\beffort\b/i,
  tools: anyTools,
  functions: anyTools,
};

/**
 * The parameter that a 400 turned down, or null when it is about something else. Only what was sent counts, so that
 * each is dropped at most once. Complaints about the history (`messages.1.content.0: … thinking …`) are never about a
 * parameter, though they can name one.
 */
export function rejectedParameter(
  message: string | null,
  sent: readonly OptionalParameter[],
): OptionalParameter | null {
  if (message === null || /^(messages|system|max_tokens|model)\b/i.test(message)) return null;
  return sent.find((name) => tellingWords[name].test(message)) ?? null;
}
