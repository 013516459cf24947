import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** What is being written is told this long after the last key, in milliseconds. */
const pause = 400;

/** A text that is being written, and the one that was last told. */
interface Draft {
  readonly text: string;
  readonly told: string | null;
}

/** The person's own props while they are written. */
interface PropsDraft {
  /** As it stands in the field; null where nothing was written. */
  readonly text: string | null;
  /** What the host knows, or is about to. */
  readonly told: string | null;
  readonly write: (text: string) => void;
  /** Tells what was written without waiting. */
  readonly tellNow: () => void;
  /** Forgets what was written and not told. */
  readonly drop: () => void;
}

/**
 * Keeps what is written until the host has it, so that no answer of the host's takes a key away.
 *
 * @param written what the host knows
 */
export function usePropsDraft(written: string | null, tell: (json: string) => void): PropsDraft {
  const [draft, setDraft] = useState<Draft | null>(null);
  const timer = useRef<number | null>(null);
  const waiting = useRef<string | null>(null);
  const latestTell = useRef(tell);
  latestTell.current = tell;

  const stop = useCallback(() => {
    if (timer.current !== null) window.clearTimeout(timer.current);
    timer.current = null;
    waiting.current = null;
  }, []);
  const tellNow = useCallback(() => {
    const text = waiting.current;
    stop();
    if (text === null) return;
    setDraft({ text, told: text });
    latestTell.current(text);
  }, [stop]);
  useEffect(() => tellNow, [tellNow]);
  useEffect(() => {
    if (waiting.current === null) setDraft(null);
  }, [written]);

  return {
    text: draft?.text ?? written,
    told: draft === null ? written : draft.told,
    write: (text) => {
      stop();
      waiting.current = text;
      timer.current = window.setTimeout(tellNow, pause);
      setDraft((before) => ({ text, told: before === null ? written : before.told }));
    },
    tellNow,
    drop: () => {
      stop();
      setDraft(null);
    },
  };
}
