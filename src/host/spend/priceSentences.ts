import * as vscode from 'vscode';
import type { OwnPriceFault } from '../../core/spend/ownPrice.ts';
import type { Explanations } from '../explanation.ts';

const setting = 'tiebreak.prices';

/** What is wrong with the prices that the person set. Nothing is sent meanwhile: nobody could say what it costs. */
export const priceExplanations: Explanations<'prices-invalid'> = {
  'prices-invalid': {
    sentence: ({ fault, entry, field }) => faultTexts[fault](entry, field ?? ''),
    actions: ['open-settings', 'ask-again'],
  },
};

const faultTexts: { readonly [Fault in OwnPriceFault]: (entry: string, field: string) => string } = {
  'not-a-table': () =>
    vscode.l10n.t(
      'The setting {0} is not a table of models, each as openai/NAME or anthropic/NAME, and prices.',
      setting,
    ),
  'unknown-name': (entry) =>
    vscode.l10n.t(
      'The setting {0} has a price for “{1}”, which is no model; write it as openai/NAME or anthropic/NAME, with nothing but one * at the end.',
      setting,
      entry,
    ),
  'no-price': (entry) =>
    vscode.l10n.t(
      'The setting {0} needs both input and output for {1}, in dollars per million tokens, or a discount alone.',
      setting,
      entry,
    ),
  'not-an-amount': (entry, field) =>
    vscode.l10n.t(
      'The setting {0} has no usable price for {1} of {2}: dollars per million tokens, not below 0, with at most six decimals.',
      setting,
      field,
      entry,
    ),
  'not-a-discount': (entry) =>
    vscode.l10n.t(
      'The setting {0} has no usable discount for {1}: a percentage from -100 to 100, with at most six decimals and no prices beside it.',
      setting,
      entry,
    ),
  'unknown-field': (entry, field) =>
    vscode.l10n.t('The setting {0} has a price for “{1}” of {2}, which nothing is billed by.', setting, field, entry),
};
