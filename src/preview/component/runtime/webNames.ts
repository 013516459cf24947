import { SearchParams } from './searchParams.ts';
import { WebAddress } from './webAddress.ts';

/**
 * Puts names into a world that components use while they render and that servers have as much as browsers. There is no
 * network behind any of them.
 */
export function installWebNames(world: Record<string, unknown>): void {
  world.URLSearchParams = SearchParams;
  world.URL = WebAddress;
  // Browsers say no more of it either. What waits for an answer is shown waiting.
  world.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  world.AbortController = class {
    readonly signal = { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined };
    abort() {
      this.signal.aborted = true;
    }
  };
}
