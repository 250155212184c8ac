import { z } from 'zod';
import { isZone } from '../calendar';
import { normaliseEmail } from '../email';
import { limits } from '../limits';
import { locales } from '../locale';
import { displayName, handle } from '../record/schema';
import { isPersonal, passwordTrouble } from './rules';

/** Far above every limit: what is longer is no typing. */
export const typed = z.string().max(10_000, 'too-long');

export const email = typed
  .transform(normaliseEmail)
  .pipe(z.string().min(1, 'required').max(limits.email, 'too-long').pipe(z.email('email-unclear')));

export const password = typed.superRefine((text, context) => {
  const trouble = passwordTrouble(text);
  if (trouble) context.addIssue({ code: 'custom', message: trouble });
});

/** Japan's, unless the browser names one that exists. */
export const zone = typed
  .default('')
  .transform((name) => (isZone(name) && name.length <= 64 ? name : 'Asia/Tokyo'));

/** What the sign-up form sends; `invite` is looked at where signing up takes an invitation. */
export const signUpForm = z
  .strictObject({ displayName, handle, email, password, zone, invite: typed.default('') })
  .superRefine((form, context) => {
    if (isPersonal(form.password, form)) {
      context.addIssue({ code: 'custom', path: ['password'], message: 'password-personal' });
    }
  });

/**
 * What the sign-in form sends. Nothing is said about the shape of what is typed: a name that cannot
 * exist is answered like one that does not.
 */
export const signInForm = z.strictObject({
  email: typed.transform(normaliseEmail).refine((text) => text !== '', 'required'),
  password: typed.min(1, 'required').max(1_000, 'too-long'),
  next: typed.default(''),
});

export type SignUp = Omit<z.output<typeof signUpForm>, 'invite'>;

/** What the settings form sends. */
export const preferencesForm = z.strictObject({
  locale: z.enum(locales),
  zone: typed.refine((name) => name.length <= 64 && isZone(name), 'zone-unknown'),
});
