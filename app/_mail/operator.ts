import { uuidv7 } from 'uuidv7';
import { textsIn } from '@/app/_text/texts';
import type { Addressee } from '@/lib/account/addressee/data';
import type { MailDraft } from '@/lib/mail/rules';
import { paths } from '@/lib/paths';
import { renderMail } from './render';
import type { Block } from './shape';

/**
 * To the owner of a record that an operator closed, in the operator's `words`. An answer goes to whoever
 * runs this. `origin` is where links start, `https://example.org`.
 */
export function suspensionMail(to: Addressee, words: string, origin: string): MailDraft {
  const t = textsIn(to.locale);
  return recordMail(to, 'suspended', origin, [
    { paragraph: t('operator.letters.suspended.lead') },
    { quote: words },
    { paragraph: t('operator.letters.answer') },
  ]);
}

/** To the owner of a record that may be published again. */
export function releaseMail(to: Addressee, origin: string): MailDraft {
  const t = textsIn(to.locale);
  return recordMail(to, 'released', origin, [{ paragraph: t('operator.letters.released.lead') }]);
}

function recordMail(
  to: Addressee,
  what: 'suspended' | 'released',
  origin: string,
  blocks: readonly Block[],
): MailDraft {
  const t = textsIn(to.locale);
  return {
    // It may happen again.
    occasion: `${what}:${uuidv7()}`,
    recipient: to.email,
    replyTo: null,
    subject: t(`operator.letters.${what}.subject`),
    unsubscribe: null,
    ...renderMail(to.locale, {
      title: t(`operator.letters.${what}.title`),
      blocks: [...blocks, { button: t('operator.letters.open'), href: origin + paths.record }],
      footer: [{ text: t('operator.letters.why') }],
    }),
  };
}
