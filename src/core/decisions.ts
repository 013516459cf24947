import type { Choices, SideHunks } from './diff/choices.ts';
import { acceptHunk, carryChoices, forgetHunks, rejectHunk } from './diff/choices.ts';
import type { Hunk } from './diff/hunk.ts';
import type { Side } from './side.ts';
import { otherSide } from './side.ts';

/** The person's choices and how they came about. */
export interface Decisions {
  readonly choices: Choices;
  /** Former choices, the latest last. */
  readonly undo: readonly Choices[];
}

/**
 * The decisions after one side's hunks were replaced: a hunk that says the same at the same place keeps its choice, and
 * what the other side's choices mean for the new ones is drawn anew. Former choices are carried over in the same way,
 * since they are the person's own and still make sense for the hunks that stayed; a step that has become no step at all
 * is dropped, so that every undo is seen to do something.
 */
export function carryDecisions(decisions: Decisions, side: Side, before: readonly Hunk[], hunks: SideHunks): Decisions {
  return mapped(decisions, (choices) => inferAnew(carryChoices(choices, before, hunks[side]), otherSide(side), hunks));
}

/** The decisions without what they meant for hunks that nobody can decide on yet, and that are numbered anew as they come. */
export function forgetDecisions({ choices, undo }: Decisions, gone: readonly Hunk[]): Decisions {
  return { choices: forgetHunks(choices, gone), undo: undo.map((step) => forgetHunks(step, gone)) };
}

/** The decisions with what they mean for a side's hunks now that those can be decided on. */
export function inferDecisions(decisions: Decisions, side: Side, hunks: SideHunks): Decisions {
  return mapped(decisions, (choices) => inferAnew(choices, otherSide(side), hunks));
}

function mapped(decisions: Decisions, change: (choices: Choices) => Choices): Decisions {
  const choices = change(decisions.choices);
  const steps = decisions.undo.map(change);
  return { choices, undo: steps.filter((step, index) => !sameChoices(step, steps[index + 1] ?? choices)) };
}

/** Draws the consequences of one side's own choices for the other's hunks again. */
function inferAnew(choices: Choices, side: Side, hunks: SideHunks): Choices {
  return hunks[side].reduce((current, { id }) => {
    const choice = current[id];
    if (choice === undefined || choice.because !== null) return current;
    return choice.state === 'accepted' ? acceptHunk(current, id, hunks) : rejectHunk(current, id, hunks);
  }, choices);
}

function sameChoices(one: Choices, other: Choices): boolean {
  const entries = Object.entries(one);
  return (
    entries.length === Object.keys(other).length &&
    entries.every(([id, { state, because }]) => other[id]?.state === state && other[id]?.because === because)
  );
}
