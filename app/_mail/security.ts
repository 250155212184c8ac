import { uuidv7 } from 'uuidv7';
import { deviceWords } from '@/app/_server/device-words';
import { type Texts, textsIn } from '@/app/_text/texts';
import type { Addressee } from '@/lib/account/addressee/data';
import type { Whence } from '@/lib/account/event/rules';
import type { MailDraft } from '@/lib/mail/rules';
import { paths } from '@/lib/paths';
import { renderMail } from './render';
import type { Block } from './shape';

/** What happened, when and from where; `origin` is where links start, `https://example.org`. */
export type Happened = { readonly whence: Whence; readonly at: Date; readonly origin: string };

/** Somebody signed in from a device that was not seen before. */
export function signInMail(to: Addressee, happened: Happened): MailDraft {
  const t = textsIn(to.locale);
  return accountMail(to, {
    subject: t('accountLetters.signIn.subject'),
    title: t('accountLetters.signIn.title'),
    blocks: [
      { paragraph: t('accountLetters.signIn.lead') },
      whenAndWhere(to, happened, t),
      { paragraph: t('accountLetters.notYou') },
      { button: t('accountLetters.security'), href: happened.origin + paths.security },
    ],
  });
}

/** A letter about the account itself: to its owner, never answered, never turned off. */
export function accountMail(
  to: Addressee,
  letter: {
    readonly subject: string;
    readonly title: string;
    readonly blocks: readonly Block[];
    /** One of a kind is sent once; without it each is one of its own. */
    readonly occasion?: string;
    /** Why it came, where its receiver need not have an account. */
    readonly why?: string;
  },
): MailDraft {
  const t = textsIn(to.locale);
  const { subject, title, blocks, occasion = `account:${uuidv7()}` } = letter;
  const { why = t('accountLetters.why') } = letter;
  return {
    occasion,
    recipient: to.email,
    replyTo: null,
    subject,
    unsubscribe: null,
    ...renderMail(to.locale, { title, blocks, footer: [{ text: why }] }),
  };
}

/** When it happened by the clocks of who reads it, and from where. */
export function whenAndWhere(to: Addressee, { whence, at }: Happened, t: Texts): Block {
  const when = new Intl.DateTimeFormat(to.locale, {
    timeZone: to.zone,
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(at);
  const device = deviceWords(whence.device) || t('accountLetters.unknownDevice');
  return {
    figures: [
      { label: t('accountLetters.when'), value: when },
      { label: t('accountLetters.device'), value: device },
      ...(whence.place ? [{ label: t('accountLetters.place'), value: whence.place }] : []),
    ],
  };
}
