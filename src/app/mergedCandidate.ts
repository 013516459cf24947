import type { Mismatch } from '../core/answer.ts';
import { composeText } from '../core/diff/compose.ts';
import type { Hunk } from '../core/diff/hunk.ts';
import { diffLines } from '../core/diff/lineDiff.ts';
import { rebaseHunks } from '../core/diff/rebase.ts';
import type { MatchTier } from '../core/edits/matchTier.ts';
import { worseTier } from '../core/edits/matchTier.ts';
import type { SourceFile } from '../core/task.ts';

/** One side's hunks three times: before a follow-up, as the person left them meanwhile, and as the follow-up made them. */
export interface CandidateVersions {
  readonly before: readonly Hunk[];
  readonly persons: readonly Hunk[];
  readonly models: readonly Hunk[];
}

/** Hunks and what did not come to be one. */
interface Merged {
  readonly hunks: readonly Hunk[];
  readonly mismatches: readonly Mismatch[];
}

/**
 * A side's hunks when the person changed its candidate while a follow-up was under way: what the follow-up changed, on
 * top of what the person wrote. Where both changed the same lines the person's stay, and the model's are told.
 *
 * @param idPrefix for hunks that neither has as they are
 */
export function mergedCandidate(files: readonly SourceFile[], versions: CandidateVersions, idPrefix: string): Merged {
  const paths = new Set([...versions.persons, ...versions.models].map((hunk) => hunk.path));
  const merged = [...paths].map((path) =>
    mergedFile(path, files.find((file) => file.path === path)?.text ?? '', {
      before: versions.before.filter((hunk) => hunk.path === path),
      persons: versions.persons.filter((hunk) => hunk.path === path),
      models: versions.models.filter((hunk) => hunk.path === path),
    }),
  );
  const known = new Set([...versions.persons, ...versions.models]);
  const hunks = merged.flatMap((file) => file.hunks);
  return {
    hunks: hunks.map((hunk, index) => (known.has(hunk) ? hunk : { ...hunk, id: `${idPrefix}-${index + 1}` })),
    mismatches: merged.flatMap((file) => file.mismatches),
  };
}

function mergedFile(path: string, base: string, { before, persons, models }: CandidateVersions): Merged {
  if (saysTheSame(before, persons)) return { hunks: models, mismatches: [] };
  if (saysTheSame(before, models)) return { hunks: persons, mismatches: [] };
  const isWhole = [...before, ...persons, ...models].some((hunk) => hunk.change !== 'edit');
  if (isWhole) return { hunks: persons, mismatches: models.map(overruled) };
  const start = composeText(base, before);
  const changes = diffLines(start, composeText(base, models)).map((change, index): Hunk => {
    return { ...change, id: String(index), path, change: 'edit', newPath: null, tier: 'exact', edited: false };
  });
  const mine = composeText(base, persons);
  const { landed, missed } = rebaseHunks(start, mine, changes);
  const hunks = diffLines(base, composeText(mine, landed)).map((change): Hunk => {
    const touching = (one: Hunk) => one.baseStart <= change.baseEnd && change.baseStart <= one.baseEnd;
    const sources = [...persons, ...models].filter(touching);
    return {
      ...change,
      id: '',
      path,
      change: 'edit',
      newPath: null,
      tier: sources.reduce<MatchTier>((worst, { tier }) => worseTier(worst, tier), 'exact'),
      edited: persons.some((hunk) => hunk.edited && touching(hunk)),
    };
  });
  return { hunks, mismatches: missed.map(overruled) };
}

function overruled({ path, newLines }: Hunk): Mismatch {
  return { path, reason: 'These lines were changed by hand while this was written.', text: newLines.join('') };
}

function saysTheSame(one: readonly Hunk[], other: readonly Hunk[]): boolean {
  const said = (hunks: readonly Hunk[]) => JSON.stringify(hunks.map(({ id: _id, ...hunk }) => hunk));
  return one === other || said(one) === said(other);
}
