import type { WorkspaceName } from '../../app/ledgerPorts.ts';
import type { Row } from '../columns.ts';
import { text, textOrNull } from '../columns.ts';

/** The workspace of a row that has its name as `workspace_name`; null for a window without a folder. */
export function workspaceOf(row: Row): WorkspaceName | null {
  const id = text(row, 'workspace_id');
  return id === '' ? null : { id, name: textOrNull(row, 'workspace_name') ?? id };
}
