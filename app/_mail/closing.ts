import { textsIn } from '@/app/_text/texts';
import type { Addressee } from '@/lib/account/addressee/data';
import type { Gone } from '@/lib/account/closing/mutations';
import { formatDatedOn, today } from '@/lib/calendar';
import type { MailDraft } from '@/lib/mail/rules';
import { paths } from '@/lib/paths';
import { renderMail } from './render';
import { accountMail, type Happened, whenAndWhere } from './security';

/** To the owner: the account goes at `goesAt`, and how to keep it. */
export function deletionPlannedMail(to: Addressee, goesAt: Date, happened: Happened): MailDraft {
  const t = textsIn(to.locale);
  const day = formatDatedOn({ day: today(to.zone, goesAt), precision: 'day' }, to.locale);
  return accountMail(to, {
    subject: t('closing.plannedMail.subject', { day }),
    title: t('closing.plannedMail.subject', { day }),
    blocks: [
      { paragraph: t('closing.plannedMail.lead', { day }) },
      { paragraph: t('closing.plannedMail.keep') },
      { button: t('closing.plannedMail.button'), href: happened.origin + paths.data },
      whenAndWhere(to, happened, t),
      { paragraph: t('accountLetters.notYou') },
    ],
    occasion: `deletion:${goesAt.toISOString()}`,
  });
}

/** To whose account it was: it is gone. There is nothing to link to. */
export function accountGoneMail({ email, locale }: Pick<Gone, 'email' | 'locale'>): MailDraft {
  const t = textsIn(locale);
  return {
    occasion: 'deleted',
    recipient: email,
    replyTo: null,
    subject: t('closing.goneMail.subject'),
    unsubscribe: null,
    ...renderMail(locale, {
      title: t('closing.goneMail.subject'),
      blocks: [
        { paragraph: t('closing.goneMail.lead') },
        { paragraph: t('closing.goneMail.held') },
      ],
      footer: [{ text: t('closing.goneMail.why') }],
    }),
  };
}
