import { otherSide, type Side, sides } from '../side.ts';
import { agree, type Relation, relate } from './alignment.ts';
import { byPlace } from './compose.ts';
import type { Hunk } from './hunk.ts';
import { careReasons } from './hunkCare.ts';
import { HunkIndex } from './hunkIndex.ts';

/** What a person decided about one hunk. A hunk without an entry is still open. */
interface Choice {
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
  const draft = new ChoiceDraft(choices, hunks);
  draft.accept(hunkId);
  return draft.finish();
}

/** Rejects a hunk, and with it the other side's that says the same. An unknown id changes nothing. */
export function rejectHunk(choices: Choices, hunkId: string, hunks: SideHunks): Choices {
  const draft = new ChoiceDraft(choices, hunks);
  draft.reject(hunkId);
  return draft.finish();
}

/**
 * Takes the choice on a hunk back, and those that exist only because of it. Two hunks that say the same are one
 * decision: taking one back takes back both. A hunk that a collision rejected is open again, and nothing else is.
 */
export function reopenHunk(choices: Choices, hunkId: string, hunks: SideHunks): Choices {
  const draft = new ChoiceDraft(choices, hunks);
  draft.reopen(hunkId);
  return draft.finish();
}

/** Without the choices on a side's hunks that are all gone, and without those that exist only because of them. */
export function forgetHunks(choices: Choices, gone: readonly Hunk[]): Choices {
  const ids = new Set(gone.map((hunk) => hunk.id));
  const kept = Object.entries(choices).filter(([id, { because }]) => !ids.has(id) && !ids.has(because ?? ''));
  return kept.length === Object.keys(choices).length ? choices : Object.fromEntries(kept);
}

/**
 * Accepts every hunk of a side, as if one after the other, but for those that want a look of their own: they stay as
 * they are.
 */
export function acceptSide(choices: Choices, side: Side, hunks: SideHunks): Choices {
  const draft = new ChoiceDraft(choices, hunks);
  for (const hunk of hunks[side]) {
    if (careReasons(hunk).length === 0) {
      draft.accept(hunk.id);
    }
  }
  return draft.finish();
}

/**
 * Choices after the hunks of one side were replaced: a hunk that says the same at the same place keeps its choice under
 * its new id, and so do the other side's hunks that were decided because of it. Choices on hunks that are gone are gone,
 * with what they caused. The same object when nothing of it changed.
 */
export function carryChoices(choices: Choices, before: readonly Hunk[], after: readonly Hunk[]): Choices {
  const heirs = heirsOf(before, after);
  const idNow = (id: string): string | undefined => (heirs.has(id) ? heirs.get(id) : id);
  const entries = Object.entries(choices).flatMap(([id, choice]): readonly (readonly [string, Choice])[] => {
    const heir = idNow(id);
    const because = choice.because === null ? null : idNow(choice.because);
    return heir === undefined || because === undefined ? [] : [[heir, { ...choice, because }]];
  });
  const isSame =
    entries.length === Object.keys(choices).length &&
    entries.every(([id, { state, because }]) => choices[id]?.state === state && choices[id].because === because);
  return isSame ? choices : Object.fromEntries(entries);
}

/** For the id of each former hunk the id of the one that says the same now, or undefined when none does. */
function heirsOf(before: readonly Hunk[], after: readonly Hunk[]): ReadonlyMap<string, string | undefined> {
  const index = new HunkIndex(after);
  return new Map(before.map((hunk) => [hunk.id, index.near(hunk).find((heir) => agree(hunk, heir))?.id]));
}

/**
 * The accepted hunks, by path and from top to bottom, a rename before the edits of the same file, none of them
 * colliding: of two that say the same, one is enough.
 */
export function acceptedHunks(choices: Choices, hunks: SideHunks): readonly Hunk[] {
  const left = hunks.left.filter((hunk) => choices[hunk.id]?.state === 'accepted');
  const right = hunks.right.filter((hunk) => choices[hunk.id]?.state === 'accepted');
  const index = new HunkIndex(left);
  const onlyRight = right.filter((hunk) => !index.near(hunk).some((other) => agree(hunk, other)));
  return [...left, ...onlyRight].sort((one, other) =>
    one.path === other.path ? renameFirst(one, other) || byPlace(one, other) : one.path < other.path ? -1 : 1,
  );
}

function renameFirst(one: Hunk, other: Hunk): number {
  return Number(other.change === 'rename') - Number(one.change === 'rename');
}

/** Choices while they are being changed, with what is known of the hunks so far: sides can have thousands of them. */
class ChoiceDraft {
  private readonly before: Choices;
  private readonly choices: Map<string, Choice>;
  private readonly places: ReadonlyMap<string, { readonly hunk: Hunk; readonly side: Side }>;
  private readonly relations = new Map<string, readonly Relation[]>();
  private readonly indexes: Readonly<Record<Side, HunkIndex>>;

  constructor(before: Choices, hunks: SideHunks) {
    this.before = before;
    this.choices = new Map(Object.entries(before));
    this.indexes = { left: new HunkIndex(hunks.left), right: new HunkIndex(hunks.right) };
    this.places = new Map(sides.flatMap((side) => hunks[side].map((hunk) => [hunk.id, { hunk, side }] as const)));
  }

  accept(hunkId: string): void {
    if (!this.places.has(hunkId)) {
      return;
    }
    this.release(hunkId);
    for (const { kind, hunkId: other } of this.relationsOf(hunkId)) {
      if (kind === 'agrees' || this.choices.get(other)?.state === 'accepted') {
        this.release(other);
      }
    }
    this.choices.set(hunkId, { state: 'accepted', because: null });
    this.infer(hunkId);
  }

  reject(hunkId: string): void {
    if (!this.places.has(hunkId)) {
      return;
    }
    this.reopen(hunkId);
    this.choices.set(hunkId, { state: 'rejected', because: null });
    this.infer(hunkId);
  }

  reopen(hunkId: string): void {
    this.release(hunkId);
    for (const { kind, hunkId: other } of this.relationsOf(hunkId)) {
      if (kind === 'agrees') {
        this.release(other);
      }
    }
  }

  /** The same object as before when nothing changed. */
  finish(): Choices {
    const before = Object.entries(this.before);
    const isSame = ({ state, because }: Choice, now: Choice | undefined) =>
      now?.state === state && now.because === because;
    return before.length === this.choices.size && before.every(([id, choice]) => isSame(choice, this.choices.get(id)))
      ? this.before
      : Object.fromEntries(this.choices);
  }

  /** Takes a choice away. What was chosen because of it has another cause now, or is open again. */
  private release(hunkId: string): void {
    if (!this.choices.delete(hunkId)) {
      return;
    }
    for (const { hunkId: other } of this.relationsOf(hunkId)) {
      if (this.choices.get(other)?.because === hunkId) {
        this.setConsequence(other);
      }
    }
  }

  /** Draws the consequences of a new choice for what the person did not choose directly. */
  private infer(hunkId: string): void {
    for (const { kind, hunkId: other } of this.relationsOf(hunkId)) {
      const isConcerned = kind === 'agrees' || this.choices.get(hunkId)?.state === 'accepted';
      if (isConcerned && this.choices.get(other)?.because !== null) {
        this.setConsequence(other);
      }
    }
  }

  /** What the other side's choices mean for a hunk: the first cause in the order of the hunks, whatever came first. */
  private setConsequence(hunkId: string): void {
    this.choices.delete(hunkId);
    for (const { kind, hunkId: cause } of this.relationsOf(hunkId)) {
      const choice = this.choices.get(cause);
      if (kind === 'agrees' && choice?.because === null) {
        this.choices.set(hunkId, { state: choice.state, because: cause });
        return;
      }
      if (kind === 'conflicts' && choice?.state === 'accepted') {
        this.choices.set(hunkId, { state: 'rejected', because: cause });
        return;
      }
    }
  }

  private relationsOf(hunkId: string): readonly Relation[] {
    const place = this.places.get(hunkId);
    const known = this.relations.get(hunkId);
    if (known !== undefined || place === undefined) {
      return known ?? [];
    }
    const found = relate(place.hunk, this.indexes[otherSide(place.side)].near(place.hunk));
    this.relations.set(hunkId, found);
    return found;
  }
}
