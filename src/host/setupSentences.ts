import * as vscode from 'vscode';
import type { Explanations } from './explanation.ts';
import { providerLabels } from './keyNames.ts';
import { readBaseUrl } from './settings.ts';
import { invalidBudgetSentence } from './spend/budgetNotes.ts';

type SetupKind =
  | 'key-missing'
  | 'model-unknown'
  | 'setting-invalid'
  | 'untrusted-workspace'
  | 'images-not-taken'
  | 'ledger-unavailable'
  | 'unexpected';

/** What is wrong before anything is sent, and what is wrong with ourselves. */
export const setupExplanations: Explanations<SetupKind> = {
  'key-missing': {
    sentence: ({ provider }) => {
      const address = readBaseUrl(provider);
      return address.kind === 'base-url'
        ? vscode.l10n.t('No {0} API key is stored for {1}.', providerLabels[provider], address.host)
        : vscode.l10n.t('No {0} API key is stored.', providerLabels[provider]);
    },
    actions: ['set-key', 'try-scripted', 'choose-model'],
  },
  'model-unknown': {
    sentence: ({ modelId }) =>
      vscode.l10n.t(
        '“{0}” is not a model that Tiebreak can reach; write it as openai/NAME or anthropic/NAME.',
        modelId,
      ),
    actions: ['choose-model'],
  },
  'setting-invalid': {
    sentence: (failure) => {
      const { setting, value } = failure;
      if (setting.startsWith('tiebreak.budget.')) return invalidBudgetSentence(failure, vscode.l10n);
      return /\.(baseUrl|endpoint)$/.test(setting)
        ? vscode.l10n.t(
            'The setting {0} has the address “{1}”, but only https addresses, or http ones of this machine, are used.',
            setting,
            value,
          )
        : vscode.l10n.t('The setting {0} has the value “{1}”, which cannot be used.', setting, value);
    },
    actions: ['open-settings'],
  },
  'untrusted-workspace': {
    sentence: () =>
      vscode.l10n.t('This workspace is in Restricted Mode, so Tiebreak sends nothing and changes nothing in it.'),
    actions: ['manage-trust'],
  },
  'images-not-taken': {
    sentence: ({ model }, who) =>
      vscode.l10n.t(
        '{0} cannot see images, so it was not asked; take them out, or choose another model.',
        who ?? model,
      ),
    actions: ['choose-model', 'show-request'],
  },
  'ledger-unavailable': {
    sentence: () => vscode.l10n.t('Nothing was sent, because the spend ledger could not be written on this machine.'),
    actions: ['ask-again', 'show-log'],
  },
  unexpected: {
    sentence: () => vscode.l10n.t('Something went wrong inside Tiebreak itself; the log tells more.'),
    actions: ['ask-again', 'show-log'],
  },
};
