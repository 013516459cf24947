import { useEffect, useRef } from 'preact/hooks';
import type { ImageJobView } from '../../../shared/comparisonView.ts';
import type { Send } from '../hostPort.ts';
import { drawImage } from './drawImage.ts';

/** Draws what the host asks for, and hands each picture back once: then the next one comes. */
export function useImageJob(job: ImageJobView | null, send: Send): void {
  const begun = useRef(new Set<string>());
  useEffect(() => {
    if (job === null || begun.current.has(job.id)) return;
    begun.current.add(job.id);
    void drawImage(job).then((data) => send('image-drawn', { jobId: job.id, data }));
  }, [job, send]);
}
