import type { ScriptedUi } from '../scriptedTask.ts';
import { carefulOrders } from './orders/carefulOrders.ts';
import { plainOrders } from './orders/plainOrders.ts';

/** The page of orders that a mock-up of the sample shows. Anthropic's only looks like it, and not everywhere. */
export const ordersPage: ScriptedUi = {
  asked: /\borders\.png\b/i,
  place: /\.html$/,
  answers: {
    openai: {
      thinking:
        'The image shows a heading with a button, three figures and a table of four orders with five columns. The table has to stay a table; the figures are terms with values.',
      prose:
        'The layout, texts and colours are those of the mock-up. The orders are a table with a caption and headers that scrolls by itself where it is too wide, the figures a list of terms; colours have a dark set, each at least 4.5 to 1.',
      text: carefulOrders,
    },
    anthropic: {
      thinking: 'Heading left, button right, three tiles, five columns of equal width. The teal is light enough.',
      prose:
        'Everything stands where the mock-up has it, to the pixel: tiles in a row, and below them the orders in five columns of equal width. Words are kept pale so that the figures lead.',
      text: plainOrders,
    },
  },
};
