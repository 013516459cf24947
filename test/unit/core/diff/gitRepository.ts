import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Texts by path. */
export type Files = ReadonlyMap<string, string>;

const environment = { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: devNull };

/**
 * A throwaway repository that only has objects and an index, so that thousands of files take few processes and any name
 * will do. Dispose of it.
 */
export class GitRepository {
  private readonly folder = mkdtempSync(join(tmpdir(), 'tiebreak-git-'));

  constructor() {
    this.git(['init', '--quiet']);
  }

  /** The files after a patch, as `git apply` has them. Throws with git's own words when it does not take the patch. */
  applied(files: Files, patch: string): Files {
    this.commit('base', files, null);
    this.git(['read-tree', 'base']);
    this.git(['apply', '--cached', '--whitespace=nowarn', '-'], patch);
    return this.filesOf(this.git(['write-tree']).toString().trim());
  }

  /** What git makes of two changes of the same files: those that it merges without a conflict. */
  merged(base: Files, left: Files, right: Files): Files {
    this.commit('base', base, null);
    this.commit('left', left, 'base');
    this.commit('right', right, 'base');
    // Exit code 1 tells of conflicts: https://git-scm.com/docs/git-merge-tree
    const parameters = ['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', 'left', 'right'];
    const [tree = '', ...conflicting] = this.git(parameters, '', [0, 1]).toString().split('\0');
    const unclean = new Set(conflicting);
    return new Map([...this.filesOf(tree)].filter(([path]) => !unclean.has(path)));
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true });
  }

  private commit(branch: string, files: Files, parent: string | null): void {
    const parts = [`commit refs/heads/${branch}\ncommitter test <test@localhost> 0 +0000\ndata 0\n`];
    if (parent !== null) {
      parts.push(`from refs/heads/${parent}\n`);
    }
    parts.push('deleteall\n');
    for (const [path, text] of files) {
      const name = path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
      parts.push(`M 100644 inline "${name}"\ndata ${Buffer.byteLength(text)}\n${text}\n`);
    }
    this.git(['fast-import', '--quiet', '--force'], parts.join(''));
  }

  private filesOf(tree: string): Files {
    const entries = this.git(['ls-tree', '-r', '-z', tree]).toString().split('\0').filter(Boolean);
    const objects = entries.map((entry) => entry.slice(0, entry.indexOf('\t')).split(' ')[2] ?? '');
    const output = this.git(['cat-file', '--batch'], `${objects.join('\n')}\n`);
    const files = new Map<string, string>();
    let at = 0;
    for (const entry of entries) {
      const start = output.indexOf('\n', at) + 1;
      const size = Number(output.toString('latin1', at, start).trim().split(' ')[2]);
      files.set(entry.slice(entry.indexOf('\t') + 1), output.toString('utf8', start, start + size));
      at = start + size + 1;
    }
    return files;
  }

  private git(parameters: readonly string[], input = '', fine: readonly number[] = [0]): Buffer {
    try {
      return execFileSync('git', parameters, {
        cwd: this.folder,
        env: environment,
        input,
        maxBuffer: 1 << 30,
        stdio: ['pipe', 'pipe', 'pipe'],
      });
    } catch (error) {
      if (error instanceof Error && 'status' in error && 'stdout' in error && Buffer.isBuffer(error.stdout)) {
        if (fine.includes(Number(error.status))) {
          return error.stdout;
        }
      }
      throw error;
    }
  }
}
