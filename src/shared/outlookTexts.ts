/** The words of what a request will cost, before it is sent. */
export interface OutlookTexts {
  readonly whatItWillCost: string;
  readonly inputAbout: string;
  readonly inputCounting: string;
  readonly inputCounted: string;
  readonly costAbout: string;
  readonly costAtMost: string;
  readonly costNotKnown: string;
  readonly typicalOutput: string;
  readonly assumedOutput: string;
  readonly atMostExplained: string;
  readonly furtherRequests: string;
  readonly dearerFrom: string;
  readonly roomExceeded: string;
  readonly notCounted: string;
  readonly bothAbout: string;
  readonly bothNotKnown: string;
  readonly periodComparison: string;
  readonly periodDay: string;
  readonly periodMonth: string;
  readonly standing: string;
  readonly standingNotKnown: string;
  readonly ofBudget: string;
  readonly standingAtMost: string;
  readonly standingNoBound: string;
  readonly budgetHoldsBack: string;
  readonly budgetCannotBeKept: string;
  readonly budgetSpendLost: string;
  readonly spendUnreadable: string;
  readonly countTokens: string;
  readonly countTokensExplained: string;
  readonly countedAlready: string;
  readonly stillCounting: string;
  readonly sentToBeCounted: string;
}
