import type { OwnPropsFault } from '../core/preview/ownProps.ts';

/** The words around a component's props; `{0}` stands for a value. */
export interface PropsTexts {
  readonly data: string;
  readonly dataSets: Readonly<Record<'typical' | 'empty' | 'long', string>>;
  readonly props: string;
  /** Name of a side's field: the contender. */
  readonly propsOf: string;
  readonly own: string;
  readonly ownFaulty: string;
  readonly dataSetAgain: string;
  readonly dataSetAgainOf: string;
  /** Why there is nothing to go back to. */
  readonly isDataSet: string;
  readonly bothSides: string;
  readonly bothSidesOf: string;
  readonly faults: Readonly<Record<OwnPropsFault['kind'], string>>;
  /** `{0}`: the line, `{1}`: what is wrong there. */
  readonly faultAt: string;
  /** `{0}`: what is wrong. */
  readonly stillShown: string;
}
