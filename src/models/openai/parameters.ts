/** Parameters that some model or endpoint turns down and that an answer can do without. */
export const optionalParameters = [
  'reasoning.summary',
  'reasoning.effort',
  'include',
  'stream_options',
  'tools',
] as const;

export type OptionalParameter = (typeof optionalParameters)[number];

/** What was turned down so far. `tools` then means the function tool in place of the built-in one. */
export type RejectedParameters = ReadonlySet<OptionalParameter>;

/** Words by which messages name a parameter when the error's own field does not. */
const tellingWords: Readonly<Record<OptionalParameter, RegExp>> = {
  'reasoning.summary': /reasoning\.summary|reasoning summar/i,
  'reasoning.effort': /reasoning\.effort|reasoning_effort/i,
  include: /\binclude\b|encrypted[ _]content/i,
  stream_options: /stream_options|include_obfuscation/i,
  tools: /\bapply_patch\b|\btools?[[.]0\b|\btool types?\b/i,
};

/**
 * The parameter that a 400 or 422 turned down, or null when it is about something else. Only what was sent counts, so
 * that each is dropped at most once.
 *
 * @param param the error's `param`, e.g. `tools[0].type`
 */
export function rejectedParameter(
  param: string | null,
  message: string | null,
  sent: readonly OptionalParameter[],
): OptionalParameter | null {
  if (param !== null && param !== '') {
    const named = sent.find((name) => param === name || param.startsWith(`${name}.`) || param.startsWith(`${name}[`));
    // The whole of `reasoning` turned down: drop its two halves one after the other.
    return named ?? (param === 'reasoning' ? (sent.find((name) => name.startsWith('reasoning.')) ?? null) : null);
  }
  if (
    message === null ||
    !/support|unknown|unrecognized|invalid|not allowed|permitted|unexpected|should be/i.test(message)
  )
    return null;
  return sent.find((name) => tellingWords[name].test(message)) ?? null;
}
