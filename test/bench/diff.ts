import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTwoFilesPatch, diffLines as jsdiffLines } from 'diff';
import { relateAll } from '../../src/core/diff/alignment.ts';
import { acceptSide } from '../../src/core/diff/choices.ts';
import { composeText } from '../../src/core/diff/compose.ts';
import { conflictsOf } from '../../src/core/diff/conflict.ts';
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
  const hunks = hunksOf(base, next, 'left');
  const file = { path, uri: '', languageId: 'typescript', version: 1, text: base };
  const patchFile = writeText(folder, 'changes.patch', patchText([file], hunks));
  const write = timesOf(() => patchText([file], hunks));
  const apply = timesOf(() => composeText(base, hunks));
  const gitApply = Array.from({ length: runs }, () => {
    writeText(folder, path, base);
    return timeOfGit(folder, ['apply', patchFile]);
  });
  return {
    'diff.apply': measured(apply, 'ms', percentile(gitApply, 0.5)),
    'diff.patch-text': measured(
      write,
      'ms',
      timesOf(() => createTwoFilesPatch('a', 'b', base, next), 1),
    ),
    ...measureRebase(folder, base, next),
    ...measureAlignment(),
  };
}

/** Rebases 1,000 hunks on 10,000 lines of which the person changed others, and some of the same, meanwhile. */
function measureRebase(folder: string, base: string, next: string): Measures {
  const lines = base.split(/(?<=\n)/);
  const changedEvery = (distance: number, offset: number) =>
    lines.map((line, index) => (index % distance === offset ? `// ${line}` : line)).join('');
  const thousand = hunksOf(base, changedEvery(10, 0), 'left');
  const elsewhere = changedEvery(10, 5);
  const samePlaces = changedEvery(5, 0).replaceAll('//', '#');
  const all = hunksOf(base, next, 'left');
  for (const [name, text] of Object.entries({ base, next: changedEvery(10, 0), elsewhere, samePlaces })) {
    writeText(folder, `merge-${name}`, text);
  }
  const gitMerge = (current: string, fine: readonly number[]) =>
    timesOf(() => runGit(folder, ['merge-file', '-p', `merge-${current}`, 'merge-base', 'merge-next'], fine));
  // `git merge-file` tells how many conflicts there are by its exit code, but of no more than 127.
  return {
    'diff.rebase': measured(
      timesOf(() => rebaseHunks(base, elsewhere, thousand)),
      'ms',
      gitMerge('elsewhere', [0]),
    ),
    'diff.conflicts': measured(
      timesOf(() => conflictsOf(base, samePlaces, thousand)),
      'ms',
      gitMerge('samePlaces', [127]),
    ),
    'diff.rebase-half-rewritten': measured(
      timesOf(() => rebaseHunks(base, samePlaces, all)),
      'ms',
    ),
  };
}

/** Finds how 5,000 hunks of either side stand to each other, and chooses among them. */
function measureAlignment(): Measures {
  const count = 5000;
  const base = Array.from({ length: 4 * count }, (_, index) => `line ${index}\n`);
  const changedBy = (change: (index: number) => string) =>
    base.map((line, index) => (index % 4 === 0 ? `${change(index)} ${line}` : line)).join('');
  const left = hunksOf(
    base.join(''),
    changedBy(() => 'changed'),
    'left',
  );
  const right = hunksOf(
    base.join(''),
    changedBy((index) => (index % 8 === 0 ? 'changed' : 'otherwise')),
    'right',
  );
  return {
    'diff.align-5000-hunks': measured(
      timesOf(() => relateAll(left, right)),
      'ms',
    ),
    'diff.accept-5000-hunks': measured(
      timesOf(() => acceptSide({}, 'left', { left, right })),
      'ms',
    ),
  };
}

function hunksOf(base: string, next: string, prefix: string): readonly Hunk[] {
  return diffLines(base, next).map((change, index) => ({
    ...change,
    id: `${prefix}-1-${index + 1}`,
    path,
    change: 'edit',
    newPath: null,
    tier: 'exact',
    edited: false,
  }));
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

/** The median time of a work. */
function timesOf(work: () => void, count = runs): number {
  return percentile(
    Array.from({ length: count }, () => timeOf(work)),
    0.5,
  );
}

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The time of a whole git process, its output thrown away. `git diff` tells of differences by exit code 1. */
function timeOfGit(folder: string, parameters: readonly string[]): number {
  return timeOf(() => runGit(folder, parameters, [parameters[0] === 'diff' ? 1 : 0]));
}

function runGit(folder: string, parameters: readonly string[], fine: readonly number[]): void {
  const { error, status } = spawnSync('git', parameters, { cwd: folder, stdio: 'ignore' });
  if (error !== undefined || status === null || !fine.includes(status)) {
    throw new Error(`git ${parameters[0]} ended with ${status}`, { cause: error });
  }
}
