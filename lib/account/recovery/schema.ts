import { z } from 'zod';
import { email, password } from '../schema';
import { token } from '../token/schema';

/** Who forgot the password. */
export const forgotForm = z.strictObject({ email });

/** The link of the letter, and the password that is to be. */
export const resetForm = z.strictObject({ token, password });
