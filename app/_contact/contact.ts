import { createElement } from 'react';
import { uuidv7 } from 'uuidv7';
import type { Asked } from '@/app/_server/document';
import { isForeign } from '@/app/_server/policy';
import { foreignAnswer } from '@/app/_server/refusals';
import { addressOf } from '@/app/_server/sign-in';
import { textsIn } from '@/app/_text/texts';
import { titleOf } from '@/app/u/_document/words';
import { env } from '@/lib/env';
import { type Form, openForm, sealForm } from '@/lib/inquiry/form.rules';
import { contactForm } from '@/lib/inquiry/schema';
import { paths, withQuery } from '@/lib/paths';
import { readPublicMilestone } from '@/lib/record/public';
import { readContact } from '@/lib/record/public/contact';
import { isHandleShape } from '@/lib/record/rules';
import { countTry } from '@/lib/throttle/mutations';
import { throttles } from '@/lib/throttle/rules';
import { findSource } from '@/lib/visit/data';
import { type Came, ContactPage, SentPage } from './contact-page';
import { deliver } from './deliver';
import { type Answered, trap, unanswered } from './form-parts';
import { leadTo, respondDown, respondMissing, respondOnce } from './respond-once';
import { problemsIn, readTyped } from './typed-form';

type Context = { params: Promise<{ handle: string }> };

/** The contact form of a record whose owner opened it, or that a message was sent by it. */
export async function getContact(request: Request, { params }: Context): Promise<Response> {
  const { handle } = await params;
  return respondOnce(request, (asked) =>
    asked.query.has('sent') ? drawSent(asked, handle) : draw(request, asked, handle, {}),
  );
}

/**
 * Takes in what a stranger wrote. Only what is ready to arrive counts against the limits: anything else
 * costs no more than the page itself.
 */
export async function postContact(request: Request, { params }: Context): Promise<Response> {
  if (isForeign(request.method, request.headers)) return foreignAnswer(request);
  const { handle } = await params;
  if (!isHandleShape(handle)) return respondMissing(request);
  const typed = await readTyped(request);
  if (!typed.ok) {
    const status = typed.why === 'large' ? 413 : 422;
    return again(request, handle, status, typed.why, {});
  }
  const { [trap]: trapped, ...values } = typed.fields;
  const now = new Date();
  const place = { purpose: 'inquiry', handle } as const;
  const opened = openForm(values.form ?? '', place, env().APP_SECRET, now);
  const form = opened.state === 'stale' ? undefined : opened.form;
  const back = (status: Refusal, told: ToldKey, problems?: Answered['problems']) =>
    again(request, handle, status, told, { form, values, problems });

  const parsed = contactForm.safeParse(values);
  // Who fills in what nobody sees is told the same as everyone, and nothing is kept.
  if (trapped) return leadTo(sentAddress(request, handle));
  if (!parsed.success) {
    const problems = problemsIn(parsed.error, values);
    return problems ? back(422, 'check', problems) : back(422, 'damaged');
  }
  if (opened.state !== 'ready') return back(422, opened.state);
  const tries = [{ limit: throttles.inquiryAddress, subject: addressOf(request.headers) }];
  try {
    if (!(await countTry(tries, now))) return await back(429, 'later');
    const done = await deliver(request, handle, parsed.data, opened.form, now);
    if (done.ok) return leadTo(sentAddress(request, handle));
    if (done.reason === 'missing') return await respondMissing(request);
    return await back(done.reason === 'later' ? 429 : 422, done.reason);
  } catch (error) {
    return respondDown(request, error);
  }
}

type Refusal = 413 | 422 | 429;
type ToldKey = 'check' | 'young' | 'stale' | 'later' | 'full' | 'damaged' | 'large';

type Back = {
  /** Left out: the page gets another one. */
  readonly form?: Form;
  readonly values?: Answered['values'];
  readonly problems?: Answered['problems'];
};

/** The same page once more, with the text as it was typed and what is wrong. */
function again(request: Request, handle: string, status: Refusal, told: ToldKey, back: Back) {
  return respondOnce(request, (asked) => draw(request, asked, handle, { ...back, told }), status);
}

async function draw(
  request: Request,
  asked: Asked,
  handle: string,
  { form: known, told, values, problems }: Back & { readonly told?: ToldKey },
) {
  const now = new Date();
  const form = known ?? {
    id: uuidv7(),
    drawnAt: now,
    source: await sourceOf(request, handle, now),
  };
  const found = await readCame(asked, handle, form.source);
  if (!found) return null;
  const name = found.contact.displayName;
  return createElement(ContactPage, {
    asked,
    ...found,
    note: sealForm(form, { purpose: 'inquiry', handle }, env().APP_SECRET),
    answered: {
      ...unanswered,
      ...(values && { values }),
      ...(problems && { problems }),
      told: told ? textsIn(asked.locale)(`contact.told.${told}`, { name }) : null,
    },
  });
}

async function drawSent(asked: Asked, handle: string) {
  const found = await readCame(asked, handle, '');
  return found && createElement(SentPage, { asked, ...found });
}

/** Whom one writes to and through what; null where nobody may write. What is not theirs is left out. */
async function readCame(asked: Asked, handle: string, source: string) {
  const [code, id] = [asked.query.get('s'), asked.query.get('m')];
  const contact = await readContact(handle, code);
  if (!contact?.takesInquiries) return null;
  const page = id === null ? null : await readPublicMilestone(handle, id);
  const came: Came = {
    share: code !== null && contact.network !== null ? { code, network: contact.network } : null,
    milestone: page && {
      id: page.milestone.id,
      title: titleOf(page.milestone, asked.locale),
    },
    source,
  };
  return { contact, came };
}

/** The site they came by today; who asks not to be followed is not asked about. */
async function sourceOf(request: Request, handle: string, now: Date): Promise<string> {
  const { headers } = request;
  if (headers.get('dnt') === '1' || headers.get('sec-gpc') === '1') return '';
  const reader = {
    address: headers.get('x-jisseki-address'),
    userAgent: headers.get('user-agent'),
  };
  return findSource(handle, reader, now);
}

/** Where it says that the message was sent, in the language and with the way of the form. */
function sentAddress(request: Request, handle: string): string {
  const query = new URL(request.url).searchParams;
  const [m, s, lang] = ['m', 's', 'lang'].map((name) => query.get(name) ?? undefined);
  return withQuery(paths.publicContact(handle), { m, s, lang, sent: '1' });
}
