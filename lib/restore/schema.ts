import { z } from 'zod';
import { uploadId } from '../upload/schema';

/** What the form sends that restores a file which waits. */
export const restoreForm = z.strictObject({
  upload: uploadId,
  /** What becomes of rows that are there and say something else. */
  changed: z.enum(['keep', 'take']).default('keep'),
  staysOpen: z
    .literal('yes')
    .optional()
    .transform((value) => value === 'yes'),
});
