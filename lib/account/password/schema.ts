import { z } from 'zod';
import { password, typed } from '../schema';

/** The password there is, if there is one, and the one that is to be. */
export const passwordForm = z.strictObject({
  current: typed.max(1_000, 'too-long').default(''),
  password,
});
