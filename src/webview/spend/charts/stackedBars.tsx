import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  LinearScale,
  Tooltip,
} from 'chart.js';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type ChartColours, chartColours } from './chartColours.ts';
import { moneyTicks } from './moneyTicks.ts';
import { seriesFill } from './seriesPattern.ts';
import { useThemeChange } from './useThemeChange.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** Money over time, one bar for each label, made of one piece for each series. */
export interface StackedBarsProps {
  /** Says in a sentence what the picture shows. */
  readonly summary: string;
  readonly labels: readonly string[];
  /** The labels as short as the axis needs them. */
  readonly ticks: readonly string[];
  readonly series: readonly { readonly name: string; readonly nanoDollars: readonly number[] }[];
  readonly locale: string;
  readonly format: (nanoDollars: number) => string;
  /** The word for the sum of a bar. */
  readonly total: string;
}

const nanoDollarsPerDollar = 1_000_000_000;

/** See {@link StackedBarsProps}. Nothing moves: a figure that glides to its place says nothing on the way. */
export function StackedBars(props: StackedBarsProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeChange();
  const { labels, ticks: marks, series, locale, format, total } = props;
  useEffect(() => {
    if (canvas.current === null) return undefined;
    const chart = new Chart(canvas.current, configuration(props, chartColours()));
    return () => chart.destroy();
    // Props are read whole above; these are what they are made of.
  }, [labels, marks, series, locale, format, total, theme]);
  return (
    <div class="chart">
      <canvas ref={canvas} role="img" aria-label={props.summary} />
    </div>
  );
}

function configuration(props: StackedBarsProps, colours: ChartColours): ChartConfiguration<'bar', number[], string> {
  const { labels, ticks: marks, series, locale, format, total } = props;
  const font = { family: colours.font, size: colours.fontSize };
  const border = colours.isHighContrast
    ? { borderColor: colours.text, borderWidth: 1 }
    : { borderColor: colours.background, borderWidth: { top: 1, bottom: 0, left: 0, right: 0 } };
  return {
    type: 'bar',
    data: {
      labels: [...labels],
      datasets: series.map(({ name, nanoDollars }, index) => ({
        label: name,
        data: [...nanoDollars],
        backgroundColor: seriesFill(index, colours),
        borderSkipped: false,
        maxBarThickness: 28,
        categoryPercentage: 0.86,
        barPercentage: 0.92,
        ...border,
      })),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      layout: { padding: { top: 4 } },
      scales: {
        x: {
          stacked: true,
          grid: { display: false },
          border: { color: colours.lines },
          ticks: {
            color: colours.text,
            font,
            maxRotation: 0,
            autoSkipPadding: 12,
            callback: (value) => marks[Number(value)] ?? '',
          },
        },
        y: {
          stacked: true,
          beginAtZero: true,
          grid: { color: colours.lines, drawTicks: false },
          border: { display: false },
          afterBuildTicks: (axis) => {
            const { values } = moneyTicks(axis.max / nanoDollarsPerDollar, locale);
            axis.ticks = values.map((value) => ({ value: value * nanoDollarsPerDollar }));
            axis.max = Math.max(axis.max, axis.ticks.at(-1)?.value ?? 0);
          },
          ticks: {
            color: colours.text,
            font,
            padding: 8,
            callback: (value, _index, ticks) =>
              moneyTicks((ticks.at(-1)?.value ?? 0) / nanoDollarsPerDollar, locale).format(
                Number(value) / nanoDollarsPerDollar,
              ),
          },
        },
      },
      plugins: {
        tooltip: {
          backgroundColor: colours.tooltip,
          titleColor: colours.tooltipText,
          bodyColor: colours.tooltipText,
          footerColor: colours.tooltipText,
          borderColor: colours.tooltipBorder,
          borderWidth: 1,
          cornerRadius: 3,
          padding: 8,
          titleFont: { ...font, weight: 'bold' },
          bodyFont: font,
          footerFont: font,
          usePointStyle: true,
          filter: ({ raw }) => Number(raw) > 0,
          itemSort: (one, other) => other.datasetIndex - one.datasetIndex,
          callbacks: {
            label: ({ dataset, raw }) => ` ${dataset.label ?? ''}: ${format(Number(raw))}`,
            labelPointStyle: () => ({ pointStyle: 'rect', rotation: 0 }),
            footer: (items) =>
              items.length < 2 ? '' : `${total}: ${format(items.reduce((sum, { raw }) => sum + Number(raw), 0))}`,
          },
        },
      },
    },
  };
}
