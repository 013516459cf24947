import type { Provider } from '../../../../src/core/contender.ts';
import type { WireReply } from '../../../wire/wireReply.ts';
import type { Charge, Ratio } from './independentCost.ts';

/** A response, and what the providers' public pages make of it. */
export interface CostCase {
  readonly what: string;
  readonly provider: Provider;
  readonly reply: WireReply;
  readonly host?: string;
  /** By the prices of the providers' public pages; null where none is published for it. */
  readonly charges: readonly Charge[] | null;
  readonly ratios?: readonly Ratio[];
}

export const half: readonly Ratio[] = [[1, 2]];
export const tenthMore: readonly Ratio[] = [[11, 10]];
