import { readOwnProps } from '../../core/preview/ownProps.ts';
import type { Side } from '../../core/side.ts';

/** The props that the person wrote, for each side and file: as they stand, and the last ones that can be used. */
export class WrittenProps {
  readonly #texts = new Map<string, { readonly written: string; readonly usable: string | null }>();

  /** Keeps what was written; null for nothing any more. */
  write(side: Side, path: string | null, json: string | null): void {
    const key = keyOf(side, path);
    if (json === null) this.#texts.delete(key);
    else {
      const isUsable = 'props' in readOwnProps(json);
      this.#texts.set(key, { written: json, usable: isUsable ? json : this.usable(side, path) });
    }
  }

  /** What was written, whether it can be used or not. */
  asWritten(side: Side, path: string | null): string | null {
    return this.#texts.get(keyOf(side, path))?.written ?? null;
  }

  /** The last text that is an object of JSON; null where there was none since the person began. */
  usable(side: Side, path: string | null): string | null {
    return this.#texts.get(keyOf(side, path))?.usable ?? null;
  }
}

function keyOf(side: Side, path: string | null): string {
  return `${side} ${path ?? ''}`;
}
