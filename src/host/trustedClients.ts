import type { ModelClients } from '../app/ports.ts';
import { whyUntrusted } from './trust.ts';

/**
 * The models, out of reach in Restricted Mode. This guards the door that every request leaves by, a request to be
 * counted too, whichever way in was taken: a panel that came back after a restart is as old as the trust it was made in.
 */
export function trustedClients(clients: ModelClients): ModelClients {
  return {
    clientFor: async (contender) => {
      const client = await clients.clientFor(contender);
      return {
        preview: (start) => client.preview(start),
        converse: async (start, saved) => whyUntrusted() ?? client.converse(start, saved),
        count: async (start, signal) => whyUntrusted() ?? client.count(start, signal),
      };
    },
  };
}
