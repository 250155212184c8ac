import { inquiryCopyMail, inquiryNoticeMail } from '@/app/_mail/drafts';

import { hasMailServer, jobOrigin, wakePost } from '@/app/_server/post';
import { textsIn } from '@/app/_text/texts';
import { type Recipient, receiveInquiry } from '@/lib/inquiry/arrival/mutations';
import { type Form, idOfSent } from '@/lib/inquiry/form.rules';
import type { ContactForm } from '@/lib/inquiry/schema';
import { isLocale, negotiateLocale } from '@/lib/locale';
import { paths, withQuery } from '@/lib/paths';
import { readPublicMilestone } from '@/lib/record/public';
import { ok, type Result } from '@/lib/result';
import { countTry } from '@/lib/throttle/mutations';
import { throttles } from '@/lib/throttle/rules';

/**
 * Brings a message to the owner of `handle`, with the letters about it: to them if they want to be told,
 * and a copy to who wrote where there is a server that sends mail. To one address go few copies a day,
 * because whoever typed it may not be whose it is.
 */
export async function deliver(
  request: Request,
  handle: string,
  { form: _, ...said }: ContactForm,
  form: Form,
  now: Date,
): Promise<Result<{ isCopied: boolean }, 'missing' | 'full'>> {
  const query = new URL(request.url).searchParams;
  const lang = query.get('lang');
  const language = isLocale(lang) ? lang : negotiateLocale(request.headers.get('accept-language'));
  const { name, email, subject, message } = said;
  const id = idOfSent(form.id, [name, email, subject, message]);
  const milestone = await readPublicMilestone(handle, query.get('m') ?? '');
  const copied = { limit: throttles.inquiryCopy, subject: email };
  const isCopied = hasMailServer() && (await countTry([copied], now));
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
    return [...(owner.isTold ? [notice] : []), ...(isCopied ? [copy] : [])];
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
  if (!done.ok) return done;
  wakePost();
  return ok({ isCopied });
}
