/** How long anything in a workbench may take before the test gives up, in milliseconds. */
export const waitLimit = 60_000;

/**
 * Asks again and again until the answer is something, and returns it. For conditions that Playwright cannot wait for
 * by itself, such as those that span several frames.
 *
 * @throws Error that names what was awaited, after a minute.
 */
export async function waitUntil<Value>(awaited: string, probe: () => Promise<Value | undefined>): Promise<Value> {
  const deadline = performance.now() + waitLimit;
  for (;;) {
    const value = await probe();
    if (value !== undefined) {
      return value;
    }
    if (performance.now() > deadline) {
      throw new Error(`Waited a minute in vain for ${awaited}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
