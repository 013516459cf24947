import * as vscode from 'vscode';
import type { BudgetPeriod, BudgetRefusal } from '../core/spend/budget.ts';
import { formatUpperBound } from '../core/spend/money.ts';
import { formatLimit, formatRounded } from '../core/spend/roundMoney.ts';
import type { Explanations } from './explanation.ts';

/** What a budget is for: a period, or an image asset, which the budget of a comparison holds for as well. */
type BudgetSubject = BudgetPeriod | 'image';

/** Why the person's own budgets hold a request back. Nothing was sent, and nothing was spent. */
export const moneyExplanations: Explanations<BudgetRefusal['kind']> = {
  'budget-reached': {
    sentence: (refusal, who) => budgetSentence(refusal, refusal.period, who),
    actions: ['allow-over-budget', 'change-budget'],
  },
  'budget-unpriced': {
    sentence: (refusal, who) => budgetSentence(refusal, refusal.period, who),
    actions: ['allow-over-budget', 'change-budget'],
  },
  'budget-unknown': {
    sentence: (refusal, who) => budgetSentence(refusal, refusal.period, who),
    actions: ['allow-over-budget', 'accept-loss', 'change-budget'],
  },
};

/** Why a budget holds a request back. @param who the contender's name for people, or null for the model's own */
export function budgetSentence(refusal: BudgetRefusal, subject: BudgetSubject, who: string | null): string {
  const locale = vscode.env.language;
  switch (refusal.kind) {
    case 'budget-reached': {
      const { budget, settled, reserved, needed } = refusal;
      const limit = formatLimit(budget, locale);
      const spent = formatRounded(settled, locale);
      const most = formatUpperBound(needed, locale);
      return reserved === 0
        ? passedTexts[subject].plain(limit, spent, most)
        : passedTexts[subject].withReserved(limit, spent, formatUpperBound(reserved, locale), most);
    }
    case 'budget-unpriced':
      return unpricedTexts[subject](who ?? refusal.model);
    case 'budget-unknown': {
      const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
      return unknownTexts[subject](format.format(refusal.lostAt));
    }
  }
}

/** Whole sentences for each, since languages put a possessive each in its own way. */
const passedTexts: {
  readonly [Subject in BudgetSubject]: {
    readonly plain: (limit: string, spent: string, most: string) => string;
    readonly withReserved: (limit: string, spent: string, reserved: string, most: string) => string;
  };
} = {
  comparison: {
    plain: (...amounts) =>
      vscode.l10n.t(
        'This comparison’s budget of {0} would be passed: {1} spent, and this request can cost up to {2}.',
        ...amounts,
      ),
    withReserved: (...amounts) =>
      vscode.l10n.t(
        'This comparison’s budget of {0} would be passed: {1} spent, {2} reserved, and this request can cost up to {3}.',
        ...amounts,
      ),
  },
  image: {
    plain: (...amounts) =>
      vscode.l10n.t(
        'This image’s budget of {0} would be passed: {1} spent, and this request can cost up to {2}.',
        ...amounts,
      ),
    withReserved: (...amounts) =>
      vscode.l10n.t(
        'This image’s budget of {0} would be passed: {1} spent, {2} reserved, and this request can cost up to {3}.',
        ...amounts,
      ),
  },
  day: {
    plain: (...amounts) =>
      vscode.l10n.t(
        'Today’s budget of {0} would be passed: {1} spent, and this request can cost up to {2}.',
        ...amounts,
      ),
    withReserved: (...amounts) =>
      vscode.l10n.t(
        'Today’s budget of {0} would be passed: {1} spent, {2} reserved, and this request can cost up to {3}.',
        ...amounts,
      ),
  },
  month: {
    plain: (...amounts) =>
      vscode.l10n.t(
        'This month’s budget of {0} would be passed: {1} spent, and this request can cost up to {2}.',
        ...amounts,
      ),
    withReserved: (...amounts) =>
      vscode.l10n.t(
        'This month’s budget of {0} would be passed: {1} spent, {2} reserved, and this request can cost up to {3}.',
        ...amounts,
      ),
  },
};

const unpricedTexts: { readonly [Subject in BudgetSubject]: (name: string) => string } = {
  comparison: (name) =>
    vscode.l10n.t(
      'No price is known for {0}, or for a request before it, so this comparison’s budget cannot be kept.',
      name,
    ),
  image: (name) =>
    vscode.l10n.t(
      'No price is known for {0}, or for a request before it, so this image’s budget cannot be kept.',
      name,
    ),
  day: (name) =>
    vscode.l10n.t('No price is known for {0}, or for a request before it, so today’s budget cannot be kept.', name),
  month: (name) =>
    vscode.l10n.t(
      'No price is known for {0}, or for a request before it, so this month’s budget cannot be kept.',
      name,
    ),
};

const unknownTexts: { readonly [Subject in BudgetSubject]: (date: string) => string } = {
  comparison: (date) =>
    vscode.l10n.t(
      'The ledger was damaged on {0}, so what this comparison cost before is not known, and its budget cannot be kept.',
      date,
    ),
  image: (date) =>
    vscode.l10n.t(
      'The ledger was damaged on {0}, so what this image cost before is not known, and its budget cannot be kept.',
      date,
    ),
  day: (date) =>
    vscode.l10n.t(
      'The ledger was damaged on {0}, so what was spent before is not known, and today’s budget cannot be kept.',
      date,
    ),
  month: (date) =>
    vscode.l10n.t(
      'The ledger was damaged on {0}, so what was spent before is not known, and this month’s budget cannot be kept.',
      date,
    ),
};
