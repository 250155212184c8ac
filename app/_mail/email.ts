import { textsIn } from '@/app/_text/texts';
import type { Addressee } from '@/lib/account/addressee/data';
import { tokenLife } from '@/lib/account/token/rules';
import type { MailDraft } from '@/lib/mail/rules';
import { paths } from '@/lib/paths';
import { accountMail, type Happened, whenAndWhere } from './security';

/** To a new account, or one that asks again: whoever reads it shows that the address is theirs. */
export function verifyMail(to: Addressee, token: string, origin: string): MailDraft {
  const t = textsIn(to.locale);
  return accountMail(to, {
    subject: t('accountLetters.verify.subject'),
    title: t('accountLetters.verify.subject'),
    blocks: [
      { paragraph: t('accountLetters.verify.lead') },
      { button: t('accountLetters.verify.button'), href: origin + paths.verify(token) },
      { paragraph: t('accountLetters.verify.notYou') },
    ],
  });
}

/** To an account whose e-mail somebody tried to sign up with. */
export function knownMail(to: Addressee, origin: string): MailDraft {
  const t = textsIn(to.locale);
  return accountMail(to, {
    subject: t('accountLetters.known.subject'),
    title: t('accountLetters.known.subject'),
    blocks: [
      { paragraph: t('accountLetters.known.lead') },
      { paragraph: t('accountLetters.known.how') },
      { button: t('accountLetters.known.signIn'), href: origin + paths.signIn },
      { button: t('accountLetters.reset.button'), href: origin + paths.forgot },
      { paragraph: t('accountLetters.known.notYou') },
    ],
  });
}

const minutes = tokenLife.old_email / 60;

/** To the e-mail of an account: whether `email` is to take its place. */
export function changeOldMail(
  to: Addressee,
  { token, email, ...happened }: Happened & { token: string; email: string },
): MailDraft {
  const t = textsIn(to.locale);
  return accountMail(to, {
    subject: t('accountLetters.emailChange.subject'),
    title: t('accountLetters.emailChange.oldTitle', { email }),
    blocks: [
      { paragraph: t('accountLetters.emailChange.oldLead', { email, minutes }) },
      whenAndWhere(to, happened, t),
      {
        button: t('accountLetters.emailChange.open'),
        href: happened.origin + paths.confirmEmail(token),
      },
      { paragraph: t('accountLetters.emailChange.oldNotYou') },
    ],
  });
}

/**
 * To the e-mail of an account that was never verified: another is to take its place. It may have been
 * mistyped and be a stranger's, so it is not told which.
 */
export function changeNoticeMail(
  to: Addressee,
  { token, ...happened }: Happened & { token: string },
): MailDraft {
  const t = textsIn(to.locale);
  return accountMail(to, {
    subject: t('accountLetters.emailChange.subject'),
    title: t('accountLetters.emailChange.noticeTitle'),
    blocks: [
      { paragraph: t('accountLetters.emailChange.noticeLead') },
      whenAndWhere(to, happened, t),
      {
        button: t('accountLetters.emailChange.open'),
        href: happened.origin + paths.confirmEmail(token),
      },
      { paragraph: t('accountLetters.emailChange.noticeNotYou') },
    ],
  });
}

/**
 * To the address that is to take its place. It names neither the account nor its e-mail.
 * @param asked `isVerified`: the present address is, and has to agree too
 */
export function changeNewMail(
  to: Addressee,
  { token, isVerified, origin }: { token: string; isVerified: boolean; origin: string },
): MailDraft {
  const lead = isVerified ? 'newLead' : 'newLeadAlone';
  const t = textsIn(to.locale);
  return accountMail(to, {
    subject: t('accountLetters.emailChange.subject'),
    title: t('accountLetters.emailChange.newTitle'),
    blocks: [
      { paragraph: t(`accountLetters.emailChange.${lead}`, { minutes }) },
      { button: t('accountLetters.emailChange.open'), href: origin + paths.confirmEmail(token) },
      { paragraph: t('accountLetters.emailChange.newNotYou') },
    ],
    why: t('accountLetters.emailChange.why'),
  });
}

/** In its place, where that address has an account: the subject is the same. */
export function changeTakenMail(to: Addressee, origin: string): MailDraft {
  const t = textsIn(to.locale);
  return accountMail(to, {
    subject: t('accountLetters.emailChange.subject'),
    title: t('accountLetters.emailChange.takenTitle'),
    blocks: [
      { paragraph: t('accountLetters.emailChange.takenLead') },
      { button: t('accountLetters.known.signIn'), href: origin + paths.signIn },
      { paragraph: t('accountLetters.known.notYou') },
    ],
    why: t('accountLetters.emailChange.why'),
  });
}

/**
 * To either address, once it is agreed: the e-mail is `email`. Null: to the one before, which was never
 * verified and is not told.
 */
export function emailChangedMail(
  to: Addressee,
  email: string | null,
  happened: Happened,
): MailDraft {
  const t = textsIn(to.locale);
  return accountMail(to, {
    subject: t('accountLetters.emailChanged.subject'),
    title: t('accountLetters.emailChanged.subject'),
    blocks: [
      {
        paragraph: email
          ? t('accountLetters.emailChanged.lead', { email })
          : t('accountLetters.emailChanged.goneLead'),
      },
      whenAndWhere(to, happened, t),
      { paragraph: t(`accountLetters.emailChanged.${email ? 'notYou' : 'goneNotYou'}`) },
    ],
  });
}
