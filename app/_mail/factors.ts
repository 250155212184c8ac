import { textsIn } from '@/app/_text/texts';
import type { Addressee } from '@/lib/account/addressee/data';
import type { MailDraft } from '@/lib/mail/rules';
import { paths } from '@/lib/paths';
import { accountMail, type Happened, whenAndWhere } from './security';

/** What can happen to a second factor or another way in that its owner is told by mail. */
export type FactorNews =
  | { readonly what: 'twoFactorOn' | 'twoFactorOff' | 'codesMade' | 'codesFailed' }
  /** How many are left. */
  | { readonly what: 'recoveryUsed'; readonly count: number }
  | {
      readonly what: 'passkeyAdded' | 'passkeyRemoved' | 'passkeyRefused' | 'passkeyRevoked';
      /** As its owner calls it. */
      readonly name: string;
    }
  | {
      readonly what: 'providerLinked' | 'providerUnlinked';
      /** Of the provider, and what the account there is known by. */
      readonly name: string;
      readonly label: string;
    };

/** Tells the owner of an account. Of wrong codes once a day, or every try would be a letter. */
export function factorMail(to: Addressee, news: FactorNews, happened: Happened): MailDraft {
  const t = textsIn(to.locale);
  const { what, ...values } = news;
  const title = t(`accountLetters.factors.${what}.title`);
  return accountMail(to, {
    subject: title,
    title,
    blocks: [
      { paragraph: t(`accountLetters.factors.${what}.lead`, values) },
      whenAndWhere(to, happened, t),
      { paragraph: t('accountLetters.notYou') },
      { button: t('accountLetters.security'), href: happened.origin + paths.security },
    ],
    ...(what === 'codesFailed' && {
      occasion: `account:codes-failed:${happened.at.toISOString().slice(0, 10)}`,
    }),
  });
}
