import { GrowingPatch } from '../../core/edits/growingPatch.ts';
import { ProseEdits } from '../../core/edits/proseEdits.ts';
import type { FileEdit } from '../../core/edits/toolCall.ts';
import type { Fields } from '../fields.ts';
import { objectField, textField } from '../fields.ts';
import type { TextPiece } from '../growingJson.ts';
import { GrowingJson } from '../growingJson.ts';
import { functionName } from './editTool.ts';

/** What a call that is still being written says so far. */
export interface GrowingPreview {
  /** Takes a delta of the call; gives all edits that are complete by now, when that changed, else null. */
  take(delta: string): readonly FileEdit[] | null;
}

/** The preview for an output item that has just begun; null for calls that edit nothing. */
export function previewOf(item: Fields): GrowingPreview | null {
  const type = textField(item, 'type');
  if (type === 'apply_patch_call') {
    const operation = objectField(item, 'operation');
    const [kind, path] = [textField(operation, 'type'), textField(operation, 'path')];
    return kind === null || path === null ? null : new GrowingPatch({ type: kind, path });
  }
  if (textField(item, 'name') !== functionName) return null;
  // A custom tool's input is no JSON, but the patch as it is.
  if (type === 'custom_tool_call') return new ProseEdits();
  return type === 'function_call' ? new GrowingArguments() : null;
}

/**
 * The arguments of the edit function: an operation, whose diff can come before the path that it is for, or a whole patch
 * as `input` or `patch`.
 */
class GrowingArguments implements GrowingPreview {
  private readonly json = new GrowingJson();
  private readonly operation = { type: '', path: '' };
  private readonly isKnown = { type: false, path: false };
  private diff = '';
  private patch: GrowingPatch | null = null;
  private envelope: ProseEdits | null = null;

  take(delta: string): readonly FileEdit[] | null {
    let latest: readonly FileEdit[] | null = null;
    for (const piece of this.json.take(delta)) latest = this.takePiece(piece) ?? latest;
    return latest;
  }

  private takePiece({ name, text, isComplete }: TextPiece): readonly FileEdit[] | null {
    if (name === 'input' || name === 'patch') {
      this.envelope ??= new ProseEdits();
      return this.envelope.take(text);
    }
    if (name === 'type' || name === 'path') {
      this.operation[name] += text;
      this.isKnown[name] = isComplete;
    } else if (name === 'diff') {
      this.diff += text;
    }
    if (!this.isKnown.type || !this.isKnown.path || this.diff === '') return null;
    this.patch ??= new GrowingPatch({ ...this.operation });
    const waiting = this.diff;
    this.diff = '';
    return this.patch.take(waiting);
  }
}
