import type { ScriptedUi } from '../scriptedTask.ts';
import { carefulForm } from './orderForm/carefulForm.ts';
import { plainForm } from './orderForm/plainForm.ts';

/** A form to order by, as a Vue component. OpenAI's has faults that only show to those who look, or cannot see. */
export const orderForm: ScriptedUi = {
  asked: /\bform\b/i,
  place: /\.vue$/,
  answers: {
    openai: {
      thinking: 'A card with three tiles, an amount, an address and a button. Soft colours.',
      prose:
        'A card with a soft shadow: three tiles to choose a product from, the amount, the address, and one large button. Colours are kept light so that nothing distracts.',
      text: plainForm,
    },
    anthropic: {
      thinking:
        'Radio buttons in a fieldset, labels for both fields, problems beside them and described by them, a status that is read out. Sold out products cannot be chosen.',
      prose:
        'Products are radio buttons in a group of their own, and what is sold out says so and cannot be chosen. Each field has its label; what is wrong stands beside it and is read out with it. The total follows as you choose, in light and dark.',
      text: carefulForm,
    },
  },
};
