import { firstInstruction } from '../core/answer.ts';
import type { Comparison } from '../core/comparison.ts';
import { includedPieces } from '../core/comparison.ts';
import { textEditingInstructions } from '../core/edits/textEditing.ts';
import { buildPrompt } from '../core/prompt.ts';
import type { Side } from '../core/side.ts';
import type { ConversationStart } from './ports.ts';

/**
 * What a side is sent: the same for both but for the contender, and an instruction that only one was asked with.
 *
 * @param canRead whether it may read in the workspace
 */
export function sideStart(comparison: Comparison, side: Side, canRead: boolean): ConversationStart {
  const { task, [side]: answer } = comparison;
  const { contender } = answer;
  const prompt = buildPrompt(task, includedPieces(comparison), { canRead, instruction: firstInstruction(answer) });
  return { contender, prompt, textEditing: textEditingInstructions, canRead };
}
