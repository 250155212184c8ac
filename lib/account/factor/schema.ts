import { z } from 'zod';

const code = z
  .string()
  .max(200, 'too-long')
  .refine((typed) => typed.trim() !== '', 'required');

/** What the second step of signing in sends. */
export const secondForm = z.strictObject({
  code,
  next: z.string().max(1_000, 'too-long').default(''),
});

/** What turns two-factor on. */
export const confirmTotpForm = z.strictObject({ code });

/** A press, which takes no more: beginning, turning off, new recovery codes, and having kept them. */
export const pressForm = z.strictObject({});
