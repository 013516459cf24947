import type { ScriptedUi } from '../scriptedTask.ts';
import { carefulTable } from './orders/carefulTable.ts';
import { plainTable } from './orders/plainTable.ts';

/** A table of the office's orders. OpenAI's has faults that only show to those who look, or cannot see. */
export const ordersTable: ScriptedUi = {
  asked: /\btables?\b|\borders\b/i,
  place: /(?:^|\/)office\/[^/]+\.tsx$/,
  answers: {
    openai: {
      thinking: 'Rows as a grid of five, rounded and airy. Sorting by a click on a header, a dot for the state.',
      prose:
        'A light table with rounded corners. A click on a header sorts by it, the search narrows the rows as you type, and a dot tells the state of each order.',
      text: plainTable,
    },
    anthropic: {
      thinking:
        'A real table with a caption and scopes. Buttons in the headers, aria-sort beside them, the state in words, a region that scrolls on a phone. What is shown without orders.',
      prose:
        'A real table: headers are buttons that sort and say how, states are words as well as colours, and totals are amounts rather than cents. On a phone it scrolls within its own frame, and without orders it says so.',
      text: carefulTable,
    },
  },
};
