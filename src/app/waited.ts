import type { Clock } from './ports.ts';

/** Waits so many milliseconds, and tells whether that came to its end rather than being cancelled. */
export function waited(clock: Clock, milliseconds: number, cancelled: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (cancelled.aborted) return resolve(false);
    const onCancel = () => {
      callOff();
      resolve(false);
    };
    const callOff = clock.after(milliseconds, () => {
      cancelled.removeEventListener('abort', onCancel);
      resolve(true);
    });
    cancelled.addEventListener('abort', onCancel, { once: true });
  });
}
