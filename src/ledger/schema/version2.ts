const measures = [
  'requests',
  'uncached_input',
  'cache_read',
  'cache_write_5m',
  'cache_write_1h',
  'output',
  'reasoning',
  'nano_dollars',
  'cache_savings',
  'unknown_requests',
  'unknown_bound',
  'unbounded_requests',
];

export const counts = measures.slice(1, 9);

const addedUp = measures.map((name) => `${name} = ${name} + excluded.${name}`).join(', ');

/** What a settled or open request of the view `requests` adds to the sums, or, with a minus, takes from them. */
const wholeRequest = (sign: '' | '-') => `
  SELECT
    session_id, counted_at, workspace_id, provider, model, scripted, task_kind, ${sign}1 AS requests,
    ${counts.map((name) => `${sign}ifnull(${name}, 0) AS ${name}`).join(', ')},
    ${sign}is_unknown AS unknown_requests, ${sign}unknown_bound AS unknown_bound,
    ${sign}is_unbounded AS unbounded_requests
  FROM requests`;

/** What a settlement adds to the sums that the reservation is in: what is known now, without what was not known before. */
const becameKnown = `
  SELECT
    session_id, counted_at, workspace_id, provider, model, scripted, task_kind, 0 AS requests,
    ${counts.map((name) => `ifnull(${name}, 0) AS ${name}`).join(', ')},
    is_unknown - 1 AS unknown_requests, unknown_bound - ifnull(upper_bound, 0) AS unknown_bound,
    is_unbounded - (upper_bound IS NULL) AS unbounded_requests
  FROM requests`;

/** Adds selected rows to each sum that they belong to. */
export const addToSums = (rows: string, grouped = false) => `
  INSERT INTO spend_sums
  SELECT
    spans.name AS span,
    CASE spans.name
      WHEN 'session' THEN session_id
      WHEN 'quarter-hour' THEN counted_at / 900000
      WHEN 'day' THEN counted_at / 86400000
      ELSE workspace_id
    END AS place,
    provider, model, scripted, task_kind, workspace_id,
    ${grouped ? measures.map((name) => `sum(${name})`).join(', ') : measures.join(', ')}
  FROM (${rows})
  CROSS JOIN (
    SELECT 'session' AS name UNION ALL SELECT 'quarter-hour' UNION ALL SELECT 'day' UNION ALL SELECT 'workspace'
  ) AS spans
  WHERE true
  ${grouped ? 'GROUP BY 1, 2, 3, 4, 5, 6, 7' : `ON CONFLICT DO UPDATE SET ${addedUp}`};`;

/**
 * Append-only: a reservation is one row and its settlement another, and neither is ever changed. The sums tell kinds of
 * task and workspaces apart, so that a report reads no request, and know what caching saved. Beside them are the changes
 * that the person accepted. The empty workspace is that of windows without a folder.
 *
 * `counted_at` is when the request was sent, or the time of the latest entry where the clock has gone back since.
 */
export const version2 = `
CREATE TABLE workspaces (
  workspace_id TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reservations (
  sequence INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL UNIQUE,
  session_id TEXT NOT NULL,
  comparison_id TEXT NOT NULL,
  task_kind TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  side TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  request INTEGER NOT NULL,
  provider TEXT NOT NULL,
  model TEXT NOT NULL,
  scripted INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  counted_at INTEGER NOT NULL,
  upper_bound INTEGER
) STRICT;

CREATE TABLE settlements (
  sequence INTEGER PRIMARY KEY REFERENCES reservations,
  outcome TEXT NOT NULL,
  failure_kind TEXT,
  first_token_at INTEGER,
  ended_at INTEGER NOT NULL,
  returned_model TEXT,
  uncached_input INTEGER,
  cache_read INTEGER,
  cache_write_5m INTEGER,
  cache_write_1h INTEGER,
  output INTEGER,
  reasoning INTEGER,
  extras TEXT NOT NULL,
  service_tier TEXT,
  region TEXT,
  nano_dollars INTEGER,
  narrower_bound INTEGER,
  cache_savings INTEGER,
  price_source TEXT,
  raw_usage TEXT
) STRICT;

CREATE TABLE accepted_changes (
  change_id TEXT PRIMARY KEY,
  comparison_id TEXT NOT NULL,
  task_kind TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  side TEXT NOT NULL,
  provider TEXT NOT NULL,
  model TEXT NOT NULL,
  scripted INTEGER NOT NULL,
  hunks INTEGER NOT NULL,
  accepted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO reservations
SELECT
  sequence, request_id, session_id, comparison_id, task_kind, '', side, attempt, request, provider, model, scripted,
  started_at, counted_at, upper_bound
FROM requests;

INSERT INTO settlements
SELECT
  sequence, outcome, failure_kind, first_token_at, ended_at, returned_model, uncached_input, cache_read, cache_write_5m,
  cache_write_1h, output, reasoning, '[]', NULL, NULL, nano_dollars, upper_bound, NULL, NULL, raw_usage
FROM requests WHERE outcome IS NOT NULL;

DROP TABLE requests;
DROP TABLE spend_sums;

CREATE INDEX reservations_by_time ON reservations (counted_at);
CREATE INDEX reservations_by_comparison ON reservations (comparison_id);
CREATE INDEX accepted_changes_by_time ON accepted_changes (accepted_at);

CREATE VIEW requests AS
SELECT
  reservations.*, outcome, failure_kind, first_token_at, ended_at, returned_model, uncached_input, cache_read,
  cache_write_5m, cache_write_1h, output, reasoning, extras, service_tier, region, nano_dollars, narrower_bound,
  cache_savings, price_source, raw_usage,
  nano_dollars IS NULL AS is_unknown,
  iif(nano_dollars IS NULL, coalesce(narrower_bound, upper_bound, 0), 0) AS unknown_bound,
  nano_dollars IS NULL AND narrower_bound IS NULL AND upper_bound IS NULL AS is_unbounded
FROM reservations LEFT JOIN settlements USING (sequence);

CREATE TABLE spend_sums (
  span TEXT NOT NULL,
  place ANY NOT NULL,
  provider TEXT NOT NULL,
  model TEXT NOT NULL,
  scripted INTEGER NOT NULL,
  task_kind TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  ${measures.map((name) => `${name} INTEGER NOT NULL`).join(',\n  ')},
  PRIMARY KEY (span, place, provider, model, scripted, task_kind, workspace_id)
) STRICT, WITHOUT ROWID;
${addToSums(wholeRequest(''), true)}

CREATE TRIGGER reservations_counted AFTER INSERT ON reservations BEGIN
  ${addToSums(`${wholeRequest('')} WHERE sequence = NEW.sequence`)}
END;

CREATE TRIGGER settlements_counted AFTER INSERT ON settlements BEGIN
  ${addToSums(`${becameKnown} WHERE sequence = NEW.sequence`)}
END;

CREATE TRIGGER reservations_removed BEFORE DELETE ON reservations BEGIN
  ${addToSums(`${wholeRequest('-')} WHERE sequence = OLD.sequence`)}
  DELETE FROM settlements WHERE sequence = OLD.sequence;
END;

CREATE TRIGGER reservations_kept BEFORE UPDATE ON reservations BEGIN
  SELECT raise(ABORT, 'what was reserved is never changed');
END;

CREATE TRIGGER settlements_kept BEFORE UPDATE ON settlements BEGIN
  SELECT raise(ABORT, 'what was settled is never changed');
END;
`;
