import type { ScriptedUi } from '../scriptedTask.ts';
import { carefulPage } from './pricing/carefulPage.ts';
import { plainPage } from './pricing/plainPage.ts';

/** A pricing page with three plans. OpenAI's has faults that only show to those who look, or cannot see. */
export const pricingPage: ScriptedUi = {
  asked: /\bpric(?:e|es|ing)\b|\bplans?\b/i,
  place: /\.html$/,
  answers: {
    openai: {
      thinking: 'Three cards in a row, the middle one coloured. A switch for the period and a field for a newsletter.',
      prose:
        'Three cards stand in a row, and the middle one is set off in indigo so that the eye lands there. Text is kept light and airy, with large prices as anchors.',
      text: plainPage,
    },
    anthropic: {
      thinking:
        'A grid that falls into one column by itself, sections with headings, links with names of their own, colours as custom properties for light and dark.',
      prose:
        'Each plan is a section with its own heading, in a grid that becomes one column on a phone. Colours are custom properties with a light and a dark set, each at least 4.5 to 1; the usual plan is told by words and a border, not by colour alone.',
      text: carefulPage,
    },
  },
};
