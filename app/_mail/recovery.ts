import { textsIn } from '@/app/_text/texts';
import type { Addressee } from '@/lib/account/addressee/data';
import { tokenLife } from '@/lib/account/token/rules';
import type { MailDraft } from '@/lib/mail/rules';
import { paths } from '@/lib/paths';
import { accountMail, type Happened, whenAndWhere } from './security';

/** To the mailbox of who forgot the password: where to set another one. */
export function resetMail(to: Addressee, token: string, origin: string): MailDraft {
  const t = textsIn(to.locale);
  return accountMail(to, {
    subject: t('accountLetters.reset.subject'),
    title: t('accountLetters.reset.subject'),
    blocks: [
      { paragraph: t('accountLetters.reset.lead', { minutes: tokenLife.reset / 60 }) },
      { button: t('accountLetters.reset.button'), href: origin + paths.reset(token) },
      { paragraph: t('accountLetters.reset.notYou') },
    ],
  });
}

/** The password is another one, by a letter's link (`reset`) or by its owner signed in (`changed`). */
export function passwordChangedMail(
  to: Addressee,
  how: 'reset' | 'changed',
  happened: Happened,
): MailDraft {
  const t = textsIn(to.locale);
  const isReset = how === 'reset';
  return accountMail(to, {
    subject: t('accountLetters.passwordChanged.subject'),
    title: t('accountLetters.passwordChanged.subject'),
    blocks: [
      { paragraph: t(`accountLetters.passwordChanged.${isReset ? 'leadReset' : 'leadChanged'}`) },
      whenAndWhere(to, happened, t),
      { paragraph: t('accountLetters.passwordChanged.notYou') },
      { button: t('accountLetters.reset.button'), href: happened.origin + paths.forgot },
    ],
  });
}
