import { otherSide, type Side, sides } from '../side.ts';
import { agree, collide, relate } from './alignment.ts';
import { byPlace } from './compose.ts';
import type { Hunk } from './hunk.ts';

/** What a person decided about one hunk. A hunk without an entry is still open. */
export interface Choice {
  readonly state: 'accepted' | 'rejected';
  /** The hunk whose choice brought this one about (a collision or an agreement), or null when chosen directly. */
  readonly because: string | null;
}

/** Choices by hunk id. */
export type Choices = Readonly<Record<string, Choice>>;

/** The hunks of both candidates. Those of one side never collide with each other. */
export type SideHunks = Readonly<Record<Side, readonly Hunk[]>>;

/**
 * Accepts a hunk. The other side's hunks that say the same become accepted with it; those that touch the same lines
 * become rejected, even if they had been accepted (what was directly rejected stays so). An id that is not among the
 * hunks changes nothing.
 */
export function acceptHunk(choices: Choices, hunkId: string, hunks: SideHunks): Choices {
  const place = find(hunkId, hunks);
  if (place === null) {
    return choices;
  }
  const relations = relate(place.hunk, hunks[otherSide(place.side)]);
  let result = released(choices, hunkId, hunks);
  for (const { kind, hunkId: otherId } of relations) {
    if (kind === 'agrees' || result[otherId]?.state === 'accepted') {
      result = released(result, otherId, hunks);
    }
  }
  result = { ...result, [hunkId]: { state: 'accepted', because: null } };
  for (const { hunkId: otherId } of relations) {
    const isDirect = result[otherId]?.because === null;
    const choice = isDirect ? null : consequenceFor(otherId, result, hunks);
    result = choice === null ? result : { ...result, [otherId]: choice };
  }
  return result;
}

/** Rejects a hunk, and with it the other side's that says the same. An unknown id changes nothing. */
export function rejectHunk(choices: Choices, hunkId: string, hunks: SideHunks): Choices {
  const place = find(hunkId, hunks);
  if (place === null) {
    return choices;
  }
  let result: Choices = { ...reopenHunk(choices, hunkId, hunks), [hunkId]: { state: 'rejected', because: null } };
  for (const twin of twinsOf(place, hunks)) {
    result = { ...result, [twin.id]: { state: 'rejected', because: hunkId } };
  }
  return result;
}

/**
 * Takes the choice on a hunk back, and those that exist only because of it. Two hunks that say the same are one
 * decision: taking one back takes back both. A hunk that a collision rejected is open again, and nothing else is.
 */
export function reopenHunk(choices: Choices, hunkId: string, hunks: SideHunks): Choices {
  const place = find(hunkId, hunks);
  if (place === null) {
    return choices;
  }
  return twinsOf(place, hunks).reduce(
    (result, twin) => released(result, twin.id, hunks),
    released(choices, hunkId, hunks),
  );
}

/** Without the choices on a side's hunks that are all gone, and without those that exist only because of them. */
export function forgetHunks(choices: Choices, gone: readonly Hunk[]): Choices {
  const ids = new Set(gone.map((hunk) => hunk.id));
  const kept = Object.entries(choices).filter(([id, { because }]) => !ids.has(id) && !ids.has(because ?? ''));
  return kept.length === Object.keys(choices).length ? choices : Object.fromEntries(kept);
}

/** Accepts every hunk of a side, as if one after the other. */
export function acceptSide(choices: Choices, side: Side, hunks: SideHunks): Choices {
  return hunks[side].reduce((result, hunk) => acceptHunk(result, hunk.id, hunks), choices);
}

/**
 * The accepted hunks, by path and from top to bottom, none of them colliding: of two that say the same, one is enough.
 */
export function acceptedHunks(choices: Choices, hunks: SideHunks): readonly Hunk[] {
  const left = hunks.left.filter((hunk) => choices[hunk.id]?.state === 'accepted');
  const right = hunks.right.filter((hunk) => choices[hunk.id]?.state === 'accepted');
  const onlyRight = right.filter((hunk) => !left.some((other) => agree(hunk, other)));
  return [...left, ...onlyRight].sort((one, other) =>
    one.path === other.path ? byPlace(one, other) : one.path < other.path ? -1 : 1,
  );
}

interface Place {
  readonly hunk: Hunk;
  readonly side: Side;
}

function find(hunkId: string, hunks: SideHunks): Place | null {
  for (const side of sides) {
    const hunk = hunks[side].find((candidate) => candidate.id === hunkId);
    if (hunk !== undefined) {
      return { hunk, side };
    }
  }
  return null;
}

function twinsOf({ hunk, side }: Place, hunks: SideHunks): readonly Hunk[] {
  return hunks[otherSide(side)].filter((other) => agree(hunk, other));
}

/** Without the choice on a hunk. What was chosen because of it has another cause now, or is open again. */
function released(choices: Choices, hunkId: string, hunks: SideHunks): Choices {
  const { [hunkId]: gone, ...rest } = choices;
  if (gone === undefined) {
    return choices;
  }
  let result: Choices = rest;
  for (const [id, choice] of Object.entries(rest)) {
    if (choice.because === hunkId) {
      const { [id]: _, ...others } = result;
      const consequence = consequenceFor(id, others, hunks);
      result = consequence === null ? others : { ...others, [id]: consequence };
    }
  }
  return result;
}

/** What the other side's choices mean for a hunk: the first cause in the order of the hunks, whatever came first. */
function consequenceFor(hunkId: string, choices: Choices, hunks: SideHunks): Choice | null {
  const place = find(hunkId, hunks);
  if (place === null) {
    return null;
  }
  for (const twin of twinsOf(place, hunks)) {
    const choice = choices[twin.id];
    if (choice?.because === null) {
      return { state: choice.state, because: twin.id };
    }
  }
  const cause = hunks[otherSide(place.side)].find(
    (other) => choices[other.id]?.state === 'accepted' && collide(place.hunk, other),
  );
  return cause === undefined ? null : { state: 'rejected', because: cause.id };
}
