/** How exactly the place of an edit was found, from best to worst. */
export type MatchTier = 'exact' | 'whitespace' | 'indentation' | 'punctuation' | 'fuzzy';

/** All tiers, best first. A worse one is only looked at where the better ones find nothing. */
export const matchTiers: readonly MatchTier[] = ['exact', 'whitespace', 'indentation', 'punctuation', 'fuzzy'];

/** The less exact of two tiers. */
export function worseTier(one: MatchTier, other: MatchTier): MatchTier {
  return matchTiers.indexOf(one) > matchTiers.indexOf(other) ? one : other;
}

/** Whether a place was found so loosely that a person has to look at it before it is accepted. */
export function isLooseTier(tier: MatchTier): boolean {
  return tier !== 'exact' && tier !== 'whitespace';
}
