/** Where the sums of a removed request are, each by its whole key. */
const places = [
  ["'session'", 'OLD.session_id'],
  ["'quarter-hour'", 'OLD.counted_at / 900000'],
  ["'day'", 'OLD.counted_at / 86400000'],
  ["'workspace'", 'OLD.workspace_id'],
];

/**
 * Knows which requests came by import: their times are another clock's, which must not hold this one's back. And a sum
 * ends with its last request, so that the sums are at all times what the rows add up to.
 */
export const version3 = `
CREATE TABLE imported_requests (
  sequence INTEGER PRIMARY KEY REFERENCES reservations
) STRICT;

DELETE FROM spend_sums WHERE requests = 0;

CREATE TRIGGER reservations_forgotten AFTER DELETE ON reservations BEGIN
  DELETE FROM imported_requests WHERE sequence = OLD.sequence;
  ${places
    .map(
      ([span, place]) => `
  DELETE FROM spend_sums
  WHERE span = ${span} AND place = ${place} AND provider = OLD.provider AND model = OLD.model
    AND scripted = OLD.scripted AND task_kind = OLD.task_kind AND workspace_id = OLD.workspace_id AND requests = 0;`,
    )
    .join('')}
END;
`;
