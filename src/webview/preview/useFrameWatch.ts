import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { FrameStage } from './frameStage.ts';

const askEvery = 1000;
/** A frame that leaves so many questions unanswered is stuck. */
const mostUnanswered = 5;

/** Asks a frame in which scripts run for signs of life, and tells once when they stay away. */
export function useFrameWatch(
  stage: RefObject<FrameStage | null>,
  isOn: boolean,
  didStall: () => void,
): { readonly didAnswer: () => void } {
  const unanswered = useRef(0);
  const latest = useRef(didStall);
  latest.current = didStall;
  useEffect(() => {
    unanswered.current = 0;
    if (!isOn) return undefined;
    const timer = window.setInterval(() => {
      unanswered.current += 1;
      if (unanswered.current <= mostUnanswered) return stage.current?.post('ping', {});
      window.clearInterval(timer);
      return latest.current();
    }, askEvery);
    return () => window.clearInterval(timer);
  }, [isOn, stage]);
  return {
    didAnswer: () => {
      unanswered.current = 0;
    },
  };
}
