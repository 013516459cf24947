import { startWireServer, type WireServer } from '../../wire/wireServer.ts';
import type { WorkbenchOptions } from './startWorkbench.ts';
import { useWorkbench } from './useWorkbench.ts';
import { waitUntil } from './waitUntil.ts';
import type { Workbench } from './workbench.ts';

/** The keys that the tests store; they must turn up in the requests and nowhere else. */
export const testKeys = {
  openai: 'sk-proj-wire0123456789abcdefghijklmnopqrstuvwxyz',
  anthropic: 'sk-ant-api03-wire0123456789abcdefghijklmnopqrst',
} as const;

/**
 * A window for the tests of the surrounding `describe` that talks to a wire server of theirs in place of both
 * providers, over real HTTP and with the official SDKs. Keys are not stored yet: see `storeKeys`.
 */
export function useWiredWorkbench(options: WorkbenchOptions = {}): {
  readonly workbench: () => Workbench;
  readonly wire: () => WireServer;
} {
  let server: WireServer | undefined;
  const wire = () => {
    if (server === undefined) throw new Error('The wire server is there only while tests run.');
    return server;
  };
  const settings: Record<string, unknown> = { 'files.autoSave': 'off', ...options.settings };
  before(async () => {
    server = await startWireServer();
    // Read when the window starts, which is after this.
    settings['tiebreak.openai.baseUrl'] = server.baseUrl('openai');
    settings['tiebreak.anthropic.baseUrl'] = server.baseUrl('anthropic');
  });
  const workbench = useWorkbench({ viewport: { width: 1600, height: 1000 }, ...options, settings });
  after(async () => server?.close());
  return { workbench, wire };
}

/** Stores both test keys as a person does: by command, pick and typing. */
export async function storeKeys(workbench: Workbench): Promise<void> {
  const { quickInput, notifications } = workbench;
  for (const [label, key] of [
    ['OpenAI', testKeys.openai],
    ['Anthropic', testKeys.anthropic],
  ] as const) {
    await waitUntil(`the ${label} key to be typed`, async () => {
      await workbench.run('Tiebreak: Set API key…');
      try {
        // What else takes the focus, such as a panel that comes up, closes the list or the box; then anew.
        await quickInput.pick(label, { timeout: 5000 });
        await quickInput.answer(key, { timeout: 5000 });
        return true;
      } catch {
        return undefined;
      }
    });
    await notifications.waitFor(`The ${label} key is stored`);
  }
}
