import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';

/** Where a file really is, its symbolic links followed: the root that it lies in, and its path within. */
export interface RealPlace {
  /** One of the roots as they were given. */
  readonly root: string;
  /** With forward slashes; '' for the root itself. */
  readonly inside: string;
}

/**
 * The place that a path really leads to, or null when that is in none of the roots, or cannot be told.
 *
 * @param path absolute, in the form of this machine, as are the roots
 */
export async function realPlaceIn(roots: readonly string[], path: string): Promise<RealPlace | null> {
  try {
    const real = await realpath(path);
    for (const root of roots) {
      const inside = relative(await realpath(root), real);
      const isOutside = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
      if (!isOutside) return { root, inside: inside.split(sep).join('/') };
    }
    return null;
  } catch {
    return null;
  }
}
