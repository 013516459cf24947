import type { RoundReply, ToolResult } from '../core/edits/toolCall.ts';

/**
 * One result for each of these calls. The reply's own come first, as they are ordered there; those of other calls, and
 * second ones of the same call, are left out. A call that the reply says nothing of was not carried out. A reply that
 * says nothing at all answers none.
 *
 * @param callIds the calls that wait for a result
 */
export function answersTo(callIds: readonly string[], reply: RoundReply): readonly ToolResult[] {
  if (reply.results.length === 0 && reply.message === null) return [];
  const waiting = new Set(callIds);
  const given = reply.results.filter(({ callId }) => waiting.delete(callId));
  const missing = [...waiting].map((callId) => ({ callId, succeeded: false, text: 'This call was not carried out.' }));
  return [...given, ...missing];
}
