import { type EmailState, getEmailState } from '@/lib/account/email/data';
import type { Whence } from '@/lib/account/event/rules';
import { beginTotp, confirmTotp } from '@/lib/account/factor/mutations';
import type { Viewer } from '@/lib/auth/viewer';
import { type Result, refuse } from '@/lib/result';
import { hasMailServer } from './post';

/**
 * Whether an e-mail has to be verified before two-factor is set up. A reset by mail leaves the second factor
 * standing, so whoever signed up with the address of somebody else would keep its owner out with one for
 * ever. Where no mail is sent, no letter resets or verifies anything without whoever runs the site.
 */
export function isVerificationDue(
  { isVerified }: Pick<EmailState, 'isVerified'>,
  sendsMail = hasMailServer(),
): boolean {
  return sendsMail && !isVerified;
}

/** Begins to set two-factor up. */
export async function beginTwoFactorOf(
  viewer: Viewer,
  now: Date,
  sendsMail = hasMailServer(),
): Promise<Result<null, 'email-unverified' | 'two-factor-on'>> {
  if (isVerificationDue(await getEmailState(viewer, now), sendsMail)) {
    return refuse('email-unverified');
  }
  return beginTotp(viewer, now);
}

/**
 * Turns it on by a code of the app. Whoever is verified stays so, and a reset that verifies takes a set-up
 * that waits away: nothing comes between asking and turning on.
 * @returns the recovery codes
 */
export async function turnTwoFactorOnOf(
  viewer: Viewer,
  code: string,
  whence: Whence,
  now: Date,
  sendsMail = hasMailServer(),
): Promise<Result<string[], 'email-unverified' | 'code-wrong' | 'two-factor-on' | 'missing'>> {
  if (isVerificationDue(await getEmailState(viewer, now), sendsMail)) {
    return refuse('email-unverified');
  }
  return confirmTotp(viewer, code, whence, now);
}
