import { textsIn } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';
import type { MailDraft } from '@/lib/mail/rules';
import { paths } from '@/lib/paths';
import { truncate } from '@/lib/text';
import { renderMail } from './render';

/** Signs of a message that a notice shows; the whole of it stands in the inbox. */
const glimpse = 1_000;
/** Signs of a message that a copy shows: whoever typed the address may not be whose it is. */
const copied = 1_000;
/** Code points of a quoted message: every honest one whole, and a body that the store takes. */
const quotedAtMost = 10_000;

/** To the owner: somebody wrote. An answer by their own mail client goes to who wrote. */
export function inquiryNoticeMail(
  locale: Locale,
  facts: {
    id: string;
    /** The owner's address. */
    recipient: string;
    name: string;
    senderEmail: string;
    /** The subject's name in `locale`, such as "Job". */
    subjectLabel: string;
    message: string;
    /** `https://example.org`. */
    origin: string;
    /**
     * The whole address that ends such notices, `https://example.org/l/<code>?what=inquiries`. It stands
     * in the header alone: an answer quotes the letter to a stranger, who would have the code.
     */
    unsubscribe?: string | null;
  },
): MailDraft {
  const { id, recipient, name, senderEmail, subjectLabel, message, origin } = facts;
  const unsubscribe = facts.unsubscribe ?? null;
  const t = textsIn(locale);
  const subject = t('letters.notice.subject', { name, subject: subjectLabel });
  return {
    occasion: `inquiry:${id}`,
    recipient,
    replyTo: senderEmail,
    subject,
    unsubscribe,
    ...renderMail(locale, {
      title: t('letters.notice.title', { name }),
      preheader: truncate(message, 120),
      blocks: [
        {
          figures: [
            { label: t('letters.notice.from'), value: `${name} <${senderEmail}>` },
            { label: t('letters.notice.about'), value: subjectLabel },
          ],
        },
        { quote: truncate(message, glimpse) },
        { button: t('letters.notice.open'), href: origin + paths.inquiry(id) },
        { paragraph: t('letters.notice.answer') },
      ],
      footer: [
        { text: t('letters.notice.why') },
        { text: t('letters.notice.end'), href: `${origin}${paths.settings}#letters` },
      ],
    }),
  };
}

/** To who wrote: what they wrote, and to whom. It names no address of the owner. */
export function inquiryCopyMail(
  locale: Locale,
  facts: {
    id: string;
    /** Who wrote. */
    recipient: string;
    /** As the record is called, so the pen name where the employer-safe mode is on. */
    recordName: string;
    recordUrl: string;
    message: string;
    subjectLabel: string;
  },
): MailDraft {
  const { id, recipient, recordName, recordUrl, message, subjectLabel } = facts;
  const t = textsIn(locale);
  return {
    occasion: `copy:${id}`,
    recipient,
    replyTo: null,
    subject: t('letters.copy.subject', { name: recordName }),
    unsubscribe: null,
    ...renderMail(locale, {
      title: t('letters.copy.title'),
      preheader: t('letters.copy.lead', { name: recordName }),
      blocks: [
        { paragraph: t('letters.copy.lead', { name: recordName }) },
        { figures: [{ label: t('letters.notice.about'), value: subjectLabel }] },
        { quote: truncate(message, copied) },
        { button: t('letters.copy.record'), href: recordUrl },
      ],
      footer: [{ text: t('letters.copy.why', { name: recordName }) }],
    }),
  };
}

/**
 * To who wrote: the owner's answer. The owner's address is in no part of it, so a reply goes nowhere;
 * it says how to write again.
 */
export function inquiryReplyMail(
  locale: Locale,
  facts: {
    replyId: string;
    recipient: string;
    recordName: string;
    /** The contact form's address. */
    contactUrl: string;
    text: string;
    /** What they had written. */
    quoted: string;
  },
): MailDraft {
  const { replyId, recipient, recordName, contactUrl, text, quoted } = facts;
  const t = textsIn(locale);
  return {
    occasion: `reply:${replyId}`,
    recipient,
    replyTo: null,
    subject: t('letters.reply.subject', { name: recordName }),
    unsubscribe: null,
    ...renderMail(locale, {
      title: t('letters.reply.title', { name: recordName }),
      preheader: truncate(text, 120),
      blocks: [
        { paragraph: text },
        { paragraph: t('letters.reply.quoted'), isSoft: true },
        { quote: bounded(quoted) },
        { button: t('letters.reply.again'), href: contactUrl },
      ],
      footer: [{ text: t('letters.reply.why', { name: recordName }) }],
    }),
  };
}

function bounded(text: string): string {
  const signs = [...text.slice(0, quotedAtMost * 2)];
  return signs.length <= quotedAtMost ? text : `${signs.slice(0, quotedAtMost).join('')}…`;
}
