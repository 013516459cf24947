import type { ChartColours } from './chartColours.ts';

/** Side of a pattern's tile, in CSS pixels. */
const tile = 8;

type Draw = (context: CanvasRenderingContext2D) => void;

const lines =
  (...ends: readonly (readonly [number, number, number, number])[]): Draw =>
  (context) => {
    context.beginPath();
    for (const [fromX, fromY, toX, toY] of ends) {
      context.moveTo(fromX, fromY);
      context.lineTo(toX, toY);
    }
    context.stroke();
  };

/** By series: none for the first, so that one model alone is a plain bar. Lines go on over the tile's edges. */
const patterns: readonly (Draw | null)[] = [
  null,
  lines([-2, 2, 2, -2], [-2, 10, 10, -2], [6, 10, 10, 6]),
  (context) => {
    for (const [x, y] of [
      [2, 2],
      [6, 6],
    ] as const) {
      context.beginPath();
      context.arc(x, y, 1.1, 0, 2 * Math.PI);
      context.fill();
    }
  },
  lines([0, 2, 8, 2], [0, 6, 8, 6]),
  lines([2, 0, 2, 8], [6, 0, 6, 8]),
  lines([-2, 6, 2, 10], [-2, -2, 10, 10], [6, -2, 10, 2]),
];

/**
 * What a series is filled with: its colour, and from the second one on a pattern in it, so that nobody has to tell
 * colours apart.
 */
export function seriesFill(series: number, colours: ChartColours): CanvasPattern | string {
  const colour = colours.series[series] ?? colours.text;
  const draw = patterns[series] ?? null;
  const scale = window.devicePixelRatio;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.round(tile * scale);
  const context = canvas.getContext('2d');
  if (draw === null || context === null) return colour;
  context.scale(canvas.width / tile, canvas.height / tile);
  context.fillStyle = colour;
  context.fillRect(0, 0, tile, tile);
  context.globalAlpha = colours.isHighContrast ? 1 : 0.55;
  context.strokeStyle = context.fillStyle = colours.background;
  context.lineWidth = 1.2;
  draw(context);
  const pattern = context.createPattern(canvas, 'repeat');
  // Drawn for the screen's own pixels, laid out in CSS pixels.
  pattern?.setTransform(new DOMMatrix().scale(tile / canvas.width));
  return pattern ?? colour;
}
