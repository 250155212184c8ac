import { z } from 'zod';
import { email } from '../schema';
import { token } from '../token/schema';

/** The e-mail that is to take the place of the account's. */
export const emailChangeForm = z.strictObject({ email });

/** What either address answers, on the page that its letter leads to. */
export const answerForm = z.strictObject({ token, answer: z.enum(['agree', 'object']) });

/** A button: send the letter anew, or leave the e-mail as it is. */
export const pressedForm = z.strictObject({});
