import { z } from 'zod';
import { cleanLine } from '../../text';
import { whens } from './rules';

const typed = z
  .string()
  .max(1_000, 'too-long')
  .transform((text) => cleanLine(text.normalize('NFKC')).toLowerCase())
  .pipe(z.string().min(1, 'required'));

/**
 * What asks for an account to be deleted. Its handle is typed, so that no slip of the finger does it;
 * where nothing says when, it is the choice that can be taken back.
 */
export function closingForm(handle: string) {
  return z.strictObject({
    when: z.enum(whens).default('later'),
    handle: typed.refine((text) => text === handle, 'handle-differs'),
  });
}

/** The button that keeps an account. */
export const keepForm = z.strictObject({});
