import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffLines as jsdiffLines } from 'diff';
import { acceptSide } from '../../src/core/diff/choices.ts';
import { composeText } from '../../src/core/diff/compose.ts';
import type { Hunk } from '../../src/core/diff/hunk.ts';
import { diffLines } from '../../src/core/diff/lineDiff.ts';
import { patchText } from '../../src/core/diff/patchText.ts';
import { rebaseHunks } from '../../src/core/diff/rebase.ts';
import { type Measures, measured, percentile } from './measure.ts';

const lineCount = 10_000;
const runs = 15;
const path = 'file.ts';

/** Texts of 10,000 lines to compare. */
interface Texts {
  readonly base: string;
  readonly next: string;
}

/**
 * Measures the line diff on 10,000 lines of which half were rewritten, beside git as a process and jsdiff alone; the
 * longest time that it holds the thread, be it in its very first run or usually on awkward texts of the same size; and
 * what is done with its hunks, beside git doing the same as a process.
 */
export async function measureDiff(): Promise<Measures> {
  const folder = mkdtempSync(join(tmpdir(), 'tiebreak-bench-'));
  try {
    const half = halfRewritten();
    const cold = timeOf(() => diffLines(half.base, half.next));
    const ours: number[] = [];
    const git: number[] = [];
    const baseFile = writeText(folder, 'base', half.base);
    const nextFile = writeText(folder, 'next', half.next);
    for (let run = 0; run < runs; run++) {
      ours.push(timeOf(() => diffLines(half.base, half.next)));
      git.push(timeOfGit(folder, ['diff', '--no-index', '--histogram', baseFile, nextFile]));
    }
    const jsdiff = timeOf(() => jsdiffLines(half.base, half.next));
    const awkward = awkwardTexts().map(({ base, next }) => {
      const times = Array.from({ length: 5 }, () => timeOf(() => diffLines(base, next)));
      return percentile(times, 0.5);
    });
    return {
      'diff.half-rewritten': measured(percentile(ours, 0.5), 'ms', percentile(git, 0.5)),
      'diff.half-rewritten-against-jsdiff': measured(percentile(ours, 0.5), 'ms', jsdiff),
      'diff.longest-block': measured(Math.max(cold, percentile(ours, 0.5), ...awkward), 'ms'),
      ...measureHunks(folder, half),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measureHunks(folder: string, { base, next }: Texts): Measures {
  const hunks = diffLines(base, next).map(
    (change, index): Hunk => ({ ...change, id: `left-1-${index + 1}`, path, change: 'edit' }),
  );
  const current = `// typed meanwhile\n${base}`;
  const file = { path, uri: '', languageId: 'typescript', version: 1, text: base };
  const patchFile = writeText(folder, 'changes.patch', patchText([file], hunks));
  const names = ['current', 'base', 'next'];
  for (const [index, text] of [current, base, next].entries()) {
    writeText(folder, `merge-${names[index]}`, text);
  }
  const [apply, gitApply, rebase, gitMerge]: number[][] = [[], [], [], []];
  for (let run = 0; run < runs; run++) {
    apply?.push(timeOf(() => composeText(base, hunks)));
    writeText(folder, path, base);
    gitApply?.push(timeOfGit(folder, ['apply', patchFile]));
    rebase?.push(timeOf(() => rebaseHunks(base, current, hunks)));
    gitMerge?.push(timeOfGit(folder, ['merge-file', '-p', ...names.map((name) => `merge-${name}`)]));
  }
  const few = {
    left: hunks.slice(0, 200),
    right: hunks.slice(0, 200).map((hunk) => ({ ...hunk, id: `r-${hunk.id}` })),
  };
  const choose = Array.from({ length: runs }, () => timeOf(() => acceptSide({}, 'left', few)));
  return {
    'diff.apply': measured(percentile(apply ?? [], 0.5), 'ms', percentile(gitApply ?? [], 0.5)),
    'diff.rebase': measured(percentile(rebase ?? [], 0.5), 'ms', percentile(gitMerge ?? [], 0.5)),
    'diff.accept-200-hunks': measured(percentile(choose, 0.5), 'ms'),
  };
}

function halfRewritten(): Texts {
  const random = randomNumbers(1);
  const base = codeLines(lineCount);
  const next = base.map((line, index) => (random() < 0.5 ? line : `  const rewritten${index} = ${random()};\n`));
  return { base: base.join(''), next: next.join('') };
}

/** Texts that make a diff work hard: few different lines, moved lines, nothing in common. */
function awkwardTexts(): readonly Texts[] {
  const random = randomNumbers(2);
  const fewLines = (kinds: number) =>
    Array.from({ length: lineCount }, () => `line ${Math.floor(random() * kinds)}\n`).join('');
  const lines = codeLines(lineCount);
  const moved = lines.map((line) => [random(), line] as const).sort(([one], [other]) => one - other);
  return [
    { base: fewLines(2), next: fewLines(2) },
    { base: fewLines(10), next: fewLines(10) },
    { base: fewLines(300), next: fewLines(300) },
    { base: lines.join(''), next: moved.map(([, line]) => line).join('') },
    { base: lines.join(''), next: lines.map((line) => `${line.trimEnd()} // changed\n`).join('') },
  ];
}

function codeLines(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    index % 9 === 8 ? '  }\n' : `    total += priceOf(items[${index}], options.taxes);\n`,
  );
}

/** The same numbers from 0 to 1 in every run (Park and Miller's minimal standard generator). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function writeText(folder: string, name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The time of a whole git process, its output thrown away. `git diff` tells of differences by exit code 1. */
function timeOfGit(folder: string, parameters: readonly string[]): number {
  return timeOf(() => {
    const { error, status } = spawnSync('git', parameters, { cwd: folder, stdio: 'ignore' });
    if (error !== undefined || status !== (parameters[0] === 'diff' ? 1 : 0)) {
      throw new Error(`git ${parameters[0]} ended with ${status}`, { cause: error });
    }
  });
}
