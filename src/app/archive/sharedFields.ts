import type { Provider } from '../../core/contender.ts';
import type { Side } from '../../core/side.ts';
import { taskKinds } from '../../core/task.ts';
import type { AcceptedChanges, WorkspaceName } from '../ledgerPorts.ts';
import type { FieldReader } from './fieldReader.ts';

const providers: Readonly<Record<Provider, true>> = { openai: true, anthropic: true };
const sides: Readonly<Record<Side, true>> = { left: true, right: true };

/** What requests and accepted changes both have. */
type SharedFields = Pick<
  AcceptedChanges,
  'comparisonId' | 'taskKind' | 'workspace' | 'side' | 'provider' | 'model' | 'scripted'
>;

/** More than any attempt or acceptance counts to. */
export const mostCounted = 1_000_000_000;

/** As exports have it. */
export function writeShared({ comparisonId, taskKind, workspace, side, provider, model, scripted }: SharedFields) {
  return { comparisonId, taskKind, workspace, side, provider, model, scripted };
}

/** Reads what `writeShared` wrote. */
export function readShared(fields: FieldReader): SharedFields {
  return {
    comparisonId: fields.text('comparisonId'),
    taskKind: fields.word('taskKind', taskKinds, 'fix'),
    workspace: readWorkspace(fields.objectOrNull('workspace')),
    side: fields.word('side', sides, 'left'),
    provider: fields.word('provider', providers, 'openai'),
    model: fields.text('model'),
    scripted: fields.flag('scripted'),
  };
}

/** An instant as exports have it. */
export function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}

export function isoOrNull(instant: number | null): string | null {
  return instant === null ? null : isoOf(instant);
}

function readWorkspace(fields: FieldReader | null): WorkspaceName | null {
  if (fields === null) return null;
  const id = fields.text('id');
  // The ledger knows windows without a folder by the empty id.
  return { id: id === '' ? fields.wrong('id', id) : id, name: fields.text('name') };
}
