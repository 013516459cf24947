import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { chartColours } from './chartColours.ts';
import { seriesFill } from './seriesPattern.ts';
import { useThemeChange } from './useThemeChange.ts';

const size = 10;

/** A series' colour and pattern as a small square; words beside it say whose it is. */
export function SeriesSwatch({ series }: { readonly series: number }): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeChange();
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context) return;
    const scale = window.devicePixelRatio;
    canvas.current.width = canvas.current.height = Math.round(size * scale);
    context.scale(scale, scale);
    context.fillStyle = seriesFill(series, chartColours());
    context.fillRect(0, 0, size, size);
  }, [series, theme]);
  return (
    <span class="swatch" aria-hidden="true">
      <canvas ref={canvas} width={size} height={size} />
    </span>
  );
}
