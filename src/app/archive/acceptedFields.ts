import type { AcceptedChanges } from '../ledgerPorts.ts';
import type { FieldReader } from './fieldReader.ts';
import { isoOf, mostCounted, readShared, writeShared } from './sharedFields.ts';

/** Accepted changes as JSON exports have them. */
export function writeAccepted(changes: AcceptedChanges) {
  return {
    changeId: changes.changeId,
    ...writeShared(changes),
    hunks: changes.hunks,
    acceptedAt: isoOf(changes.acceptedAt),
  };
}

/** Reads what `writeAccepted` wrote. The fields know what was wrong. */
export function readAccepted(fields: FieldReader): AcceptedChanges {
  return {
    changeId: fields.text('changeId'),
    ...readShared(fields),
    hunks: fields.integer('hunks', 0, mostCounted),
    acceptedAt: fields.instant('acceptedAt'),
  };
}
