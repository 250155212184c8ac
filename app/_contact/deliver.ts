import { inquiryCopyMail, inquiryNoticeMail } from '@/app/_mail/drafts';
import { hasMailServer, jobOrigin } from '@/app/_server/post';
import { addressOf } from '@/app/_server/sign-in';
import { wakePost } from '@/app/_server/wake';
import { textsIn } from '@/app/_text/texts';
import { type Recipient, receiveInquiry } from '@/lib/inquiry/arrival/mutations';
import { type Form, idOfSent } from '@/lib/inquiry/form.rules';
import type { ContactForm } from '@/lib/inquiry/schema';
import { isLocale, negotiateLocale } from '@/lib/locale';
import { withdrawMail } from '@/lib/mail/mutations';
import { paths, withQuery } from '@/lib/paths';
import { readPublicMilestone } from '@/lib/record/public';
import type { Result } from '@/lib/result';
import { countTry, takeTryBack } from '@/lib/throttle/mutations';
import { mailboxOf, throttles } from '@/lib/throttle/rules';

/**
 * Brings a message to the owner of `handle`, with the letters about it: to them if they want to be told,
 * and a copy to who wrote where there is a server that sends mail. To one mailbox go few copies a day,
 * because whoever typed it may not be whose it is, and few notices an hour; the desk tells of the others.
 */
export async function deliver(
  request: Request,
  handle: string,
  { form: _, ...said }: ContactForm,
  form: Form,
  now: Date,
): Promise<Result<null, 'missing' | 'full' | 'later'>> {
  const query = new URL(request.url).searchParams;
  const lang = query.get('lang');
  const language = isLocale(lang) ? lang : negotiateLocale(request.headers.get('accept-language'));
  const { name, email, subject, message } = said;
  const id = idOfSent(form.id, [name, email, subject, message]);
  const milestone = await readPublicMilestone(handle, query.get('m') ?? '');
  const copies = [
    { limit: throttles.copyAddress, subject: addressOf(request.headers) },
    { limit: throttles.inquiryCopy, subject: mailboxOf(email) },
  ];
  const mayCopy = hasMailServer() && (await countTry(copies, now));
  /** Whom a notice is written to; nobody is told of what does not arrive. */
  let told: string | null = null;
  let isCopied = false;
  // A host that a request names is anyone's to choose; what a letter links to is not.
  const origin = jobOrigin();

  function letters(owner: Recipient) {
    const unsubscribe = paths.unsubscribe(owner.unsubscribeCode);
    const notice = inquiryNoticeMail(owner.locale, {
      id,
      recipient: owner.email,
      name,
      senderEmail: email,
      subjectLabel: textsIn(owner.locale)(`contact.subjects.${subject}`),
      message,
      origin,
      unsubscribe: unsubscribe && origin + withQuery(unsubscribe, { what: 'inquiries' }),
    });
    const copy = inquiryCopyMail(language, {
      id,
      recipient: email,
      recordName: owner.name,
      recordUrl: origin + withQuery(paths.publicRecord(handle), { lang: language }),
      message,
      subjectLabel: textsIn(language)(`contact.subjects.${subject}`),
    });
    if (owner.isTold) told = owner.email;
    isCopied = mayCopy;
    return [...(owner.isTold ? [notice] : []), ...(mayCopy ? [copy] : [])];
  }

  const received = {
    ...said,
    id,
    language,
    shareCode: query.get('s'),
    // As strangers may see it now, or not at all.
    milestoneId: milestone?.milestone.id ?? null,
    source: form.source,
  };
  const done = await receiveInquiry(handle, received, letters, now);
  // Counted first, so that none slip through at once; what was written to nobody is taken back.
  if (mayCopy && !isCopied) for (const one of copies) await takeTryBack(one);
  // Only now is there one to count; beyond so many it goes back before the post is woken.
  if (told !== null) {
    const notices = [{ limit: throttles.notice, subject: mailboxOf(told) }];
    if (!(await countTry(notices, now))) await withdrawMail(handle, `inquiry:${id}`);
  }
  if (done.ok) wakePost();
  return done;
}
