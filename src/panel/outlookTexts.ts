import * as vscode from 'vscode';
import type { OutlookTexts } from '../shared/outlookTexts.ts';

/** See `OutlookTexts`. */
export function outlookTexts(): OutlookTexts {
  return {
    whatItWillCost: vscode.l10n.t('What it will cost'),
    inputAbout: vscode.l10n.t('about {0} tokens in'),
    inputCounting: vscode.l10n.t('about {0} tokens in, being counted…'),
    inputCounted: vscode.l10n.t('{0} tokens in, counted by the provider'),
    costAbout: vscode.l10n.t('about {0}'),
    costAtMost: vscode.l10n.t('at most {0} a request'),
    costNotKnown: vscode.l10n.t('cost unknown: no price is known'),
    typicalOutput: vscode.l10n.t('Expected with {0} tokens of output, which such answers of {1} typically have.'),
    assumedOutput: vscode.l10n.t(
      'Expected with {0} tokens of output, since there are too few such answers of {1} to go by.',
    ),
    atMostExplained: vscode.l10n.t(
      'The most that the first request can cost: a token of input for every byte, or the provider’s count, and output up to the limit.',
    ),
    furtherRequests: vscode.l10n.t(
      'Amounts are for the first request of each model; reading rounds, corrections and retries are further requests.',
    ),
    dearerFrom: vscode.l10n.t('From {0} tokens in on, each token costs more.'),
    roomExceeded: vscode.l10n.t('There is only room for {0} tokens beside the output.'),
    notCounted: vscode.l10n.t('Not counted: {0}'),
    bothAbout: vscode.l10n.t('First requests: about {0}, at most {1}'),
    bothNotKnown: vscode.l10n.t('The cost is not known'),
    periodComparison: vscode.l10n.t('This comparison'),
    periodDay: vscode.l10n.t('Today'),
    periodMonth: vscode.l10n.t('This month'),
    standing: vscode.l10n.t('{0} → about {1}'),
    standingNotKnown: vscode.l10n.t('{0}, then unknown'),
    ofBudget: vscode.l10n.t('{0} of {1}'),
    standingAtMost: vscode.l10n.t('at most {0}'),
    standingNoBound: vscode.l10n.t('no upper bound is known'),
    budgetHoldsBack: vscode.l10n.t('At most it costs more than the budget leaves, so it will be held back.'),
    budgetSpendLost: vscode.l10n.t(
      'The ledger was damaged and what was spent before is not known, so it will be held back.',
    ),
    budgetCannotBeKept: vscode.l10n.t('With an unknown cost the budget cannot be kept, so it will be held back.'),
    spendUnreadable: vscode.l10n.t('What was spent so far cannot be read, so nothing will be sent.'),
    countTokens: vscode.l10n.t('Count tokens exactly'),
    countTokensExplained: vscode.l10n.t(
      'Sends this text to {0} to be counted, and nowhere else. It costs nothing, and no model answers.',
    ),
    countedAlready: vscode.l10n.t('The providers have counted it'),
    stillCounting: vscode.l10n.t('It is being counted'),
    sentToBeCounted: vscode.l10n.t(
      'No model has been asked yet, but the text went to its provider to be counted. What you take out now is not sent again.',
    ),
  };
}
