/**
 * One row per request, and a table of running sums that triggers keep, so that sums and rows can never disagree. There
 * are sums of each session, of each quarter of an hour of UTC, because every time zone's midnight falls on one and they
 * stay right when the person travels, and of each day of UTC, so that a month is a few rows. A cost that is null is not
 * known; then `upper_bound` is the most it can have been.
 */
export const version1 = `
CREATE TABLE requests (
  sequence INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL UNIQUE,
  session_id TEXT NOT NULL,
  comparison_id TEXT NOT NULL,
  task_kind TEXT NOT NULL,
  side TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  request INTEGER NOT NULL,
  provider TEXT NOT NULL,
  model TEXT NOT NULL,
  scripted INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  counted_at INTEGER NOT NULL,
  upper_bound INTEGER,
  outcome TEXT,
  failure_kind TEXT,
  first_token_at INTEGER,
  ended_at INTEGER,
  returned_model TEXT,
  uncached_input INTEGER,
  cache_read INTEGER,
  cache_write_5m INTEGER,
  cache_write_1h INTEGER,
  output INTEGER,
  reasoning INTEGER,
  nano_dollars INTEGER,
  raw_usage TEXT,
  is_unknown INTEGER NOT NULL GENERATED ALWAYS AS (nano_dollars IS NULL) VIRTUAL,
  unknown_bound INTEGER NOT NULL GENERATED ALWAYS AS (iif(nano_dollars IS NULL, ifnull(upper_bound, 0), 0)) VIRTUAL,
  is_unbounded INTEGER NOT NULL GENERATED ALWAYS AS (nano_dollars IS NULL AND upper_bound IS NULL) VIRTUAL
) STRICT;

CREATE TABLE spend_sums (
  span TEXT NOT NULL,
  place ANY NOT NULL,
  provider TEXT NOT NULL,
  model TEXT NOT NULL,
  scripted INTEGER NOT NULL,
  requests INTEGER NOT NULL,
  uncached_input INTEGER NOT NULL,
  cache_read INTEGER NOT NULL,
  cache_write_5m INTEGER NOT NULL,
  cache_write_1h INTEGER NOT NULL,
  output INTEGER NOT NULL,
  reasoning INTEGER NOT NULL,
  nano_dollars INTEGER NOT NULL,
  unknown_requests INTEGER NOT NULL,
  unknown_bound INTEGER NOT NULL,
  unbounded_requests INTEGER NOT NULL,
  PRIMARY KEY (span, place, provider, model, scripted)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER requests_inserted AFTER INSERT ON requests BEGIN
  INSERT INTO spend_sums
  SELECT
    span, place, NEW.provider, NEW.model, NEW.scripted, 1,
    ifnull(NEW.uncached_input, 0), ifnull(NEW.cache_read, 0), ifnull(NEW.cache_write_5m, 0),
    ifnull(NEW.cache_write_1h, 0), ifnull(NEW.output, 0), ifnull(NEW.reasoning, 0),
    ifnull(NEW.nano_dollars, 0), NEW.is_unknown, NEW.unknown_bound, NEW.is_unbounded
  FROM (
    SELECT 'session' AS span, NEW.session_id AS place
    UNION ALL SELECT 'quarter-hour', NEW.counted_at / 900000
    UNION ALL SELECT 'day', NEW.counted_at / 86400000
  )
  WHERE true
  ON CONFLICT DO UPDATE SET
    requests = requests + 1,
    uncached_input = uncached_input + excluded.uncached_input,
    cache_read = cache_read + excluded.cache_read,
    cache_write_5m = cache_write_5m + excluded.cache_write_5m,
    cache_write_1h = cache_write_1h + excluded.cache_write_1h,
    output = output + excluded.output,
    reasoning = reasoning + excluded.reasoning,
    nano_dollars = nano_dollars + excluded.nano_dollars,
    unknown_requests = unknown_requests + excluded.unknown_requests,
    unknown_bound = unknown_bound + excluded.unknown_bound,
    unbounded_requests = unbounded_requests + excluded.unbounded_requests;
END;

CREATE TRIGGER requests_settled AFTER UPDATE ON requests BEGIN
  UPDATE spend_sums SET
    uncached_input = uncached_input - ifnull(OLD.uncached_input, 0) + ifnull(NEW.uncached_input, 0),
    cache_read = cache_read - ifnull(OLD.cache_read, 0) + ifnull(NEW.cache_read, 0),
    cache_write_5m = cache_write_5m - ifnull(OLD.cache_write_5m, 0) + ifnull(NEW.cache_write_5m, 0),
    cache_write_1h = cache_write_1h - ifnull(OLD.cache_write_1h, 0) + ifnull(NEW.cache_write_1h, 0),
    output = output - ifnull(OLD.output, 0) + ifnull(NEW.output, 0),
    reasoning = reasoning - ifnull(OLD.reasoning, 0) + ifnull(NEW.reasoning, 0),
    nano_dollars = nano_dollars - ifnull(OLD.nano_dollars, 0) + ifnull(NEW.nano_dollars, 0),
    unknown_requests = unknown_requests - OLD.is_unknown + NEW.is_unknown,
    unknown_bound = unknown_bound - OLD.unknown_bound + NEW.unknown_bound,
    unbounded_requests = unbounded_requests - OLD.is_unbounded + NEW.is_unbounded
  WHERE (span, place) IN (VALUES
      ('session', OLD.session_id),
      ('quarter-hour', OLD.counted_at / 900000),
      ('day', OLD.counted_at / 86400000))
    AND provider = OLD.provider AND model = OLD.model AND scripted = OLD.scripted;
END;
`;
