import type { Comparison } from '../core/comparison.ts';
import { baseFiles, hunksToApply } from '../core/comparison.ts';
import type { Hunk } from '../core/diff/hunk.ts';
import type { Outcome } from '../core/outcome.ts';
import { redirectHunks, sourcesOf } from '../core/targetFile.ts';
import type { ApplyRequest, ApplyResult, DocumentEditor } from './ports.ts';

/** What is to be written of a comparison, where the person wants it, and which accepted hunks written ones stand for. */
export function applyRequestFor(comparison: Comparison): {
  readonly request: ApplyRequest;
  readonly sources: (written: readonly Hunk[]) => readonly Hunk[];
} {
  const { task, target = null, resolutions } = comparison;
  const redirected = redirectHunks(task, target, hunksToApply(comparison));
  const hunks = redirected.map(({ hunk }) => hunk);
  return {
    request: { own: target ?? task.file, files: baseFiles(comparison), hunks, resolutions },
    sources: (written) => sourcesOf(redirected, written),
  };
}

/**
 * What writing came to, as the person's decision.
 *
 * @param path the file to name where nothing else tells one
 */
export function outcomeOf(result: ApplyResult, path: string): Outcome {
  if (result.kind === 'failed') return { kind: 'not-applied', failure: result.failure };
  const { landed, alreadyThere, missed } = result;
  if (missed.length === 0) return { kind: 'applied', landed: landed.length, alreadyThere: alreadyThere.length };
  const there = landed.length + alreadyThere.length;
  if (there > 0) return { kind: 'partly-applied', landed: there, missed };
  const failure = {
    kind: 'document-changed',
    path: missed[0]?.path ?? path,
    landed: 0,
    missed: missed.length,
  } as const;
  return { kind: 'not-applied', failure };
}

/** Writes hunks. Whatever goes wrong is told as a failure: a comparison must not stay in the middle of being applied. */
export async function writeHunks(documents: DocumentEditor, request: ApplyRequest): Promise<ApplyResult | null> {
  try {
    return await documents.apply(request);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', failure: { kind: 'unexpected', cause } };
  }
}
