import { waitLimit } from './waitUntil.ts';

/**
 * Tries an assertion again and again until it holds: for what a page shows a moment after a click, which one look can
 * come too early for.
 *
 * @throws the assertion's last error, after a minute.
 */
export async function eventually(assertion: () => Promise<void>): Promise<void> {
  const deadline = performance.now() + waitLimit;
  for (;;) {
    try {
      return await assertion();
    } catch (cause) {
      if (performance.now() > deadline) throw cause;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
