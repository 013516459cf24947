import type { ConversationStart } from '../app/ports.ts';

/** In which form a model gets its tools: the provider's own edit tool, functions only, or none at all. */
export type ToolForm = 'built-in' | 'functions' | 'none';

/**
 * The best form that was not turned down.
 *
 * @param rejected `tools` when the built-in tool was turned down, `functions` when tools of any kind were
 */
export function toolForm(
  { contender, image }: ConversationStart,
  rejected: { has(parameter: 'tools' | 'functions'): boolean },
): ToolForm {
  if (image !== undefined || !contender.usesTools || rejected.has('functions')) return 'none';
  return rejected.has('tools') ? 'functions' : 'built-in';
}

/**
 * How a gateway says with a 404 that none of its providers of a model takes tools: OpenRouter's "No endpoints found that
 * support tool use" (github.com/pydantic/pydantic-ai/issues/2896).
 */
export const noToolUse = /\bsupport tool use\b/i;
