import { foldPunctuation } from './foldPunctuation.ts';

/** The tiers at which all lines of a block are compared in one way, best first. */
export const lineTiers = ['exact', 'whitespace', 'indentation', 'punctuation'] as const;

export type LineTier = (typeof lineTiers)[number];

/** A text's lines, by what they are compared by at each tier; made once for all blocks that are looked for in the text. */
export class LineIndex {
  readonly lines: readonly string[];
  private readonly keysOfTiers = new Map<LineTier, readonly string[]>();
  private readonly placesOfTiers = new Map<LineTier, ReadonlyMap<string, readonly number[]>>();

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  /** What a line is compared by. */
  static keyOf(line: string, tier: LineTier): string {
    switch (tier) {
      case 'exact':
        return line;
      case 'whitespace':
        return line.trimEnd();
      case 'indentation':
        return line.trim();
      case 'punctuation':
        return foldPunctuation(line).trim();
    }
  }

  /** The keys of all lines. */
  keys(tier: LineTier): readonly string[] {
    const known = this.keysOfTiers.get(tier);
    const keys = known ?? this.lines.map((line) => LineIndex.keyOf(line, tier));
    this.keysOfTiers.set(tier, keys);
    return keys;
  }

  /** The lines with that key, from top to bottom; 0-based. */
  places(key: string, tier: LineTier): readonly number[] {
    return this.placesOfTier(tier).get(key) ?? [];
  }

  private placesOfTier(tier: LineTier): ReadonlyMap<string, readonly number[]> {
    const known = this.placesOfTiers.get(tier);
    if (known !== undefined) {
      return known;
    }
    const places = new Map<string, number[]>();
    for (const [line, key] of this.keys(tier).entries()) {
      const others = places.get(key);
      if (others === undefined) places.set(key, [line]);
      else others.push(line);
    }
    this.placesOfTiers.set(tier, places);
    return places;
  }
}
