/** What charts are drawn with, as the person's theme has it at the moment. */
export interface ChartColours {
  readonly series: readonly string[];
  readonly text: string;
  readonly lines: string;
  readonly background: string;
  readonly tooltip: string;
  readonly tooltipText: string;
  readonly tooltipBorder: string;
  readonly font: string;
  readonly fontSize: number;
  readonly isHighContrast: boolean;
}

/** As many as there are `--series-N` in the style sheet. */
const seriesColours = 6;

/** Reads the theme's variables, by the names that the style sheet gives them. */
export function chartColours(): ChartColours {
  const style = getComputedStyle(document.documentElement);
  const body = getComputedStyle(document.body);
  const variable = (name: string) => style.getPropertyValue(name).trim();
  return {
    series: Array.from({ length: seriesColours }, (_, index) => variable(`--series-${index}`)),
    text: variable('--chart-text'),
    lines: variable('--chart-lines'),
    background: variable('--bg'),
    tooltip: variable('--chart-tooltip'),
    tooltipText: variable('--fg'),
    tooltipBorder: variable('--chart-tooltip-border'),
    font: body.fontFamily,
    fontSize: 11,
    isHighContrast: document.body.matches('.vscode-high-contrast, .vscode-high-contrast-light'),
  };
}
