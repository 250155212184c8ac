import { z } from 'zod';

/** Which session to end. */
export const endSessionForm = z.strictObject({ id: z.uuid('missing') });

/** Ending all others takes no more than the press. */
export const endOthersForm = z.strictObject({});

/** Far above every limit: what is longer is no typing. */
const typed = z.string().max(1_000, 'too-long');

/** What proves again who is signed in: the password, and a code where the account has a second factor. */
export const confirmForm = z.strictObject({
  password: typed.min(1, 'required'),
  code: typed.default(''),
  next: z.string().max(1_000, 'too-long').default(''),
});
