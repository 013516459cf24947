import type { FailureKind, FailureOf } from '../core/failure.ts';
import type { ActionId } from '../shared/comparisonView.ts';

/** What one kind of failure says, and what helps, the best first. */
interface Explanation<Kind extends FailureKind> {
  /** @param who the contender's name for people, or the provider's or a plain word when it is nobody's own */
  readonly sentence: (failure: FailureOf<Kind>, who: string | null) => string;
  readonly actions: readonly ActionId[];
}

/** One explanation per kind: a kind without one does not compile. */
export type Explanations<Kinds extends FailureKind = FailureKind> = {
  readonly [Kind in Kinds]: Explanation<Kind>;
};
