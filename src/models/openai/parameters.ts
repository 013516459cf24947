/** Parameters that some model or endpoint turns down and that an answer can do without. */
export const optionalParameters = [
  'reasoning.summary',
  'reasoning.effort',
  'include',
  'stream_options',
  'service_tier',
  'tools',
  'functions',
  'max_tool_calls',
] as const;

export type OptionalParameter = (typeof optionalParameters)[number];

/** What was turned down so far: `tools` is the built-in tool, `functions` are tools of any kind. */
export type RejectedParameters = ReadonlySet<OptionalParameter>;

/** The field of the request that each is. */
const fields: Readonly<Record<OptionalParameter, string>> = {
  'reasoning.summary': 'reasoning.summary',
  'reasoning.effort': 'reasoning.effort',
  include: 'include',
  stream_options: 'stream_options',
  service_tier: 'service_tier',
  tools: 'tools',
  functions: 'tools',
  max_tool_calls: 'max_tool_calls',
};

const rejectingWords = /support|unknown|unrecognized|invalid|not allowed|permitted|unexpected|should be|requires/i;
/** A complaint about earlier calls or their results is about no parameter, though it can name one. */
const historyWords = /\b(input|messages)[[.]\d|call_id|tool[ _](outputs?|results?)\b/i;

/** Words by which messages name a parameter when the error's own field does not. */
const tellingWords: Readonly<Record<OptionalParameter, RegExp>> = {
  'reasoning.summary': /reasoning\.summary|reasoning summar/i,
  'reasoning.effort': /reasoning\.effort|reasoning_effort/i,
  include: /\binclude\b|encrypted[ _]content/i,
  stream_options: /stream_options|include_obfuscation/i,
  service_tier: /service[ _]tier/i,
  tools: /\bapply_patch\b|\btools?\b|\bfunction[ _-]call/i,
  functions: /\btools?\b|\btool_choice\b|\bfunctions?\b/i,
  max_tool_calls: /max_tool_calls/i,
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
    const named = sent.find((name) => isWithin(param, fields[name]));
    // The whole of `reasoning` turned down: drop its two halves one after the other.
    return named ?? (param === 'reasoning' ? (sent.find((name) => name.startsWith('reasoning.')) ?? null) : null);
  }
  if (message === null || !rejectingWords.test(message) || historyWords.test(message)) return null;
  return sent.find((name) => tellingWords[name].test(message)) ?? null;
}

function isWithin(param: string, field: string): boolean {
  return param === field || param.startsWith(`${field}.`) || param.startsWith(`${field}[`);
}
