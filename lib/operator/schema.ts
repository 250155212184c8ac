import { z } from 'zod';
import { normaliseEmail } from '../email';
import { limits } from '../limits';
import { cleanBlock, cleanLine } from '../text';
import { typedText } from '../text.schema';

const id = z.uuid();

const page = z.object({
  account: id.optional().catch(undefined),
  after: id.optional().catch(undefined),
  handled: z.literal('yes').optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000).catch(1).default(1),
});

/** The address of an operator's page, read forgivingly: what makes no sense asks for the first page. */
export function readOperatorQuery(search: Record<string, string | string[] | undefined>) {
  return page.parse(search);
}

/** A handle or an e-mail, whole, as either is stored. */
export const findAccountForm = z.strictObject({
  named: z
    .string()
    .max(1_000, 'too-long')
    .transform(normaliseEmail)
    .refine((named) => named !== '', 'required'),
});

/** Whose record, and what its owner is told. */
export const suspendForm = z.strictObject({
  ownerId: id,
  words: typedText(limits.suspensionText, cleanBlock).refine((words) => words !== '', 'required'),
});

export const releaseForm = z.strictObject({ ownerId: id });

/** A report, or an invitation. */
export const oneOfOwner = z.strictObject({ ownerId: id, id });

export const invitationForm = z.strictObject({
  note: typedText(limits.invitationNote, cleanLine),
});
