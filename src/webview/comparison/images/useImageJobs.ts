import { useEffect, useRef } from 'preact/hooks';
import type { ImageJobView } from '../../../shared/comparisonView.ts';
import type { Send } from '../hostPort.ts';
import { drawImage } from './drawImage.ts';

/** Draws what the host asks for, one picture after the other, and hands each back once. */
export function useImageJobs(jobs: readonly ImageJobView[], send: Send): void {
  const begun = useRef(new Set<string>());
  const drawing = useRef(Promise.resolve());
  useEffect(() => {
    for (const job of jobs) {
      if (begun.current.has(job.id)) continue;
      begun.current.add(job.id);
      drawing.current = drawing.current.then(async () => {
        send('image-drawn', { jobId: job.id, data: await drawImage(job) });
      });
    }
  }, [jobs, send]);
}
