import {
  changeNewMail,
  changeNoticeMail,
  changeOldMail,
  changeTakenMail,
  emailChangedMail,
  knownMail,
  verifyMail,
} from '@/app/_mail/email';
import { getEmail } from '@/lib/account/data';
import {
  agreeToChange,
  askEmailChange,
  objectToChange,
} from '@/lib/account/email/change/mutations';
import { askVerification, verifyEmail } from '@/lib/account/email/mutations';
import type { SignUpLetters } from '@/lib/account/email/row';
import type { Viewer } from '@/lib/auth/viewer';
import { ok, type Result, refuse } from '@/lib/result';
import { countTry } from '@/lib/throttle/mutations';
import { mailboxOf, throttles } from '@/lib/throttle/rules';
import { mayTell } from './mailbox';
import { jobOrigin } from './post';
import { addressOf } from './sign-in';
import { wakePost } from './wake';
import { whenceOf } from './whence';

/** What goes to an address that was signed up with: one of the two. */
export function signUpLetters(): SignUpLetters {
  const origin = jobOrigin();
  return {
    verify: (to, token) => verifyMail(to, token, origin),
    known: (to) => knownMail(to, origin),
  };
}

/** Another letter that verifies the e-mail, unless the mailbox got enough lately: that is told to nobody. */
export async function askVerificationOf(viewer: Viewer, now: Date): Promise<void> {
  const mailbox = mailboxOf(await getEmail(viewer));
  if (!(await countTry([{ limit: throttles.verifyMailbox, subject: mailbox }], now))) return;
  await askVerification(viewer, (to, token) => verifyMail(to, token, jobOrigin()), now);
  wakePost();
}

/**
 * Asks both addresses, or tells the one there is where that was never verified. To a mailbox that got enough
 * lately nothing goes, and the answer is the same.
 */
export async function askEmailChangeOf(
  viewer: Viewer,
  email: string,
  headers: Headers,
  now: Date,
): Promise<Result<null, 'email-same' | 'too-many-tries'>> {
  const byAccount = { limit: throttles.emailChange, subject: viewer.userId };
  if (!(await countTry([byAccount], now))) return refuse('too-many-tries');
  if (!(await mayTell(viewer.userId, now))) return refuse('too-many-tries');
  const toMailbox = { limit: throttles.verifyMailbox, subject: mailboxOf(email) };
  const isWritten = await countTry([toMailbox], now);
  const origin = jobOrigin();
  const whence = whenceOf(headers);
  const asked = await askEmailChange(
    viewer,
    email,
    {
      toOld: (to, token, isVerified) => {
        const happened = { token, whence, at: now, origin };
        return isVerified
          ? changeOldMail(to, { ...happened, email })
          : changeNoticeMail(to, happened);
      },
      toNew: isWritten
        ? {
            free: (to, token, isVerified) => changeNewMail(to, { token, isVerified, origin }),
            taken: (to) => changeTakenMail(to, origin),
          }
        : null,
    },
    whence,
    now,
  );
  wakePost();
  return asked;
}

type LinkReason = 'link-dead' | 'too-many-tries';

/** The button of a letter that verifies the e-mail. */
export async function verifyWith(
  viewer: Viewer,
  token: string,
  headers: Headers,
  now: Date,
): Promise<Result<null, LinkReason>> {
  return (await mayFollow(headers, now))
    ? verifyEmail(viewer, token, whenceOf(headers), now)
    : refuse('too-many-tries');
}

/** What either address answers to a change. */
export async function answerChangeWith(
  form: { token: string; answer: 'agree' | 'object' },
  headers: Headers,
  now: Date,
): Promise<Result<'agreed' | 'changed' | 'objected', LinkReason>> {
  if (!(await mayFollow(headers, now))) return refuse('too-many-tries');
  if (form.answer === 'object') {
    const objected = await objectToChange(form.token, now);
    return objected.ok ? ok('objected') : objected;
  }
  const whence = whenceOf(headers);
  const happened = { whence, at: now, origin: jobOrigin() };
  const agreed = await agreeToChange(
    form.token,
    (to, email) => emailChangedMail(to, email, happened),
    whence,
    now,
  );
  wakePost();
  return agreed;
}

function mayFollow(headers: Headers, now: Date): Promise<boolean> {
  return countTry([{ limit: throttles.linkAddress, subject: addressOf(headers) }], now);
}
