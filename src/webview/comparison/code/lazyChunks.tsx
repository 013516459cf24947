import type { JSX } from 'preact';
import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { useCode } from '../codeContext.ts';
import type { LineSource } from './codeRow.ts';

/** Rows that are rendered together; further ones wait until they come near the window. */
const rowsPerChunk = 80;

interface LazyChunksProps<Row> {
  readonly rows: readonly Row[];
  /** True to render the first rows at once, without waiting to see whether they are in sight. */
  readonly eager: boolean;
  /** The lines whose colours a row shows. */
  readonly sourcesOf: (row: Row) => readonly LineSource[];
  readonly renderRow: (row: Row, index: number) => JSX.Element;
}

/** Rows that come into being chunk by chunk as they come into sight, and again as their colours come. */
export function LazyChunks<Row>({ rows, eager, sourcesOf, renderRow }: LazyChunksProps<Row>): JSX.Element {
  const chunks = useMemo(() => {
    const count = Math.ceil(rows.length / rowsPerChunk);
    return Array.from({ length: count }, (_, index) => rows.slice(index * rowsPerChunk, (index + 1) * rowsPerChunk));
  }, [rows]);
  return (
    <>
      {chunks.map((chunk, index) => (
        <Chunk key={index} rows={chunk} eager={eager && index === 0} sourcesOf={sourcesOf} renderRow={renderRow} />
      ))}
    </>
  );
}

function Chunk<Row>({ rows, eager, sourcesOf, renderRow }: LazyChunksProps<Row>): JSX.Element {
  const { colourist } = useCode();
  const [seen, setSeen] = useState(eager);
  const [, recolour] = useReducer((count: number) => count + 1, 0);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (seen || element.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
      },
      { rootMargin: '800px 0px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [seen]);
  useEffect(() => {
    if (!seen || colourist === null) return undefined;
    return colourist.watch(rows.flatMap(sourcesOf), () => recolour(null));
  }, [seen, rows, colourist]);
  if (!seen) return <div ref={element} class="unseen-lines" style={{ '--lines': String(rows.length) }} />;
  return (
    <div ref={element} class="lines">
      {rows.map(renderRow)}
    </div>
  );
}
