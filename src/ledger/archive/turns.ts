/** How long work may hold the thread before others have their turn, in milliseconds: half a frame. */
const longestTurn = 8;

/** Tells when a turn is over. Whatever is under way then should soon be given up for later. */
export function beginTurn(): () => boolean {
  const end = performance.now() + longestTurn;
  return () => performance.now() >= end;
}

/** Lets everything else that waits for the thread go first. */
export function letOthersWork(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
