import type { ScriptedUi } from '../scriptedTask.ts';
import { carefulChart } from './salesChart/carefulChart.ts';
import { plainChart } from './salesChart/plainChart.ts';

/** A chart of sales, as a Svelte component. OpenAI's has faults that only show to those who look, or cannot see. */
export const salesChart: ScriptedUi = {
  asked: /\b(?:chart|graph|diagram)\b/i,
  place: /\.svelte$/,
  answers: {
    openai: {
      thinking: 'Bars side by side in two pastel colours, a switch to stack them.',
      prose:
        'Two pastel bars for each day, drawn with plain SVG, and a switch in the corner that stacks them. The legend is a small picture.',
      text: plainChart,
    },
    anthropic: {
      thinking:
        'A figure with a sentence that says the main thing, an SVG that scales, stripes beside colour, and the same numbers as a table.',
      prose:
        'The chart is a figure whose sentence says the main thing: the total and the best day. The second bars are striped, so that colour alone tells nothing apart, and a button shows the same numbers as a table.',
      text: carefulChart,
    },
  },
};
