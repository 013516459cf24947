/** When context gathering has to be done. */
export interface Deadline {
  readonly isOver: () => boolean;
  /** What a promise comes to, or null when it takes too long or fails. */
  within<Value>(promise: PromiseLike<Value>): Promise<Value | null>;
}

/** A deadline that many milliseconds from now. */
export function deadlineIn(milliseconds: number): Deadline {
  const end = performance.now() + milliseconds;
  return {
    isOver: () => performance.now() >= end,
    within: (promise) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve(null), Math.max(0, end - performance.now()));
        promise.then(
          (value) => {
            clearTimeout(timer);
            resolve(value);
          },
          () => {
            // A language's provider that fails is no worse than one that is not there.
            clearTimeout(timer);
            resolve(null);
          },
        );
      }),
  };
}

/** Runs a task for each item, a few at a time, in order, until the deadline. Results keep the order of the items. */
export async function eachWithin<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  deadline: Deadline,
  run: (item: Item) => PromiseLike<Result>,
): Promise<readonly (Result | null)[]> {
  const results: (Result | null)[] = items.map(() => null);
  const queue = items.entries();
  const work = async () => {
    for (const [index, item] of queue) {
      if (deadline.isOver()) return;
      results[index] = await deadline.within(run(item));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}
