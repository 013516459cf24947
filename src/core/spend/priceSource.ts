/**
 * By which prices a cost was counted: `own` are the person's, a discount of theirs included; a list has the date of its
 * publication, `2026-09-23`, or of the day it was fetched where it was refreshed.
 */
export type PriceSource = { readonly kind: 'own' } | { readonly kind: 'list'; readonly date: string };
