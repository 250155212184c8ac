import { z } from 'zod';
import type { Month } from '../calendar';
import { limits } from '../limits';
import { milestoneId } from '../milestone/schema';
import { currencies } from '../money';
import type { Proposal } from './recurring.rules';
import { streamId } from './schema';

const minor = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform(BigInt)
  .refine((amount) => amount <= limits.amountMinor);
const minorOrNone = z.union([z.literal('').transform(() => null), minor]);

/** Where a proposal may stand, and its confirmation leads back to. */
export const proposalPlaces = ['streams', 'dashboard'] as const;

/** What the button sends that confirms a proposal: what was shown, minor units, under a fresh id. */
export const proposalForm = z
  .strictObject({
    id: milestoneId,
    at: z.enum(proposalPlaces),
    stream: streamId,
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .transform((text) => text as Month),
    currency: z.enum(currencies),
    amount: minor,
    fees: minorOrNone,
    costs: minorOrNone,
  })
  .transform(({ id, at, stream, month, currency, amount, fees, costs }) => ({
    id,
    at,
    proposal: {
      streamId: stream,
      month,
      income: { minor: amount, currency, fees, costs },
    } satisfies Proposal,
  }));

/** The fields of {@link proposalForm} that say what is proposed. */
export function fieldsOf({ streamId: stream, month, income }: Proposal): Record<string, string> {
  return {
    stream,
    month,
    currency: income.currency,
    amount: String(income.minor),
    fees: income.fees === null ? '' : String(income.fees),
    costs: income.costs === null ? '' : String(income.costs),
  };
}
