import { createHmac } from 'node:crypto';

/**
 * The id of a workspace in the ledger and its exports: the same in every window of a machine, and without its secret not
 * to be had from a guessed path, since a path can tell whose machine it is.
 *
 * @param place the URI of the workspace's file or folder
 * @param machineSecret what nobody knows who is only given an export
 */
export function workspaceId(place: string, machineSecret: string): string {
  return createHmac('sha256', machineSecret).update(place).digest('hex').slice(0, 16);
}
