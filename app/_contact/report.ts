import { createElement } from 'react';
import { uuidv7 } from 'uuidv7';
import type { Asked } from '@/app/_server/document';
import { isForeign } from '@/app/_server/policy';
import { foreignAnswer } from '@/app/_server/refusals';
import { addressOf } from '@/app/_server/sign-in';
import { textsIn } from '@/app/_text/texts';
import { env } from '@/lib/env';
import { type Form, openForm, sealForm } from '@/lib/inquiry/form.rules';
import { paths, withQuery } from '@/lib/paths';
import { readContact } from '@/lib/record/public/contact';
import { isHandleShape } from '@/lib/record/rules';
import { reportRecord } from '@/lib/report/mutations';
import { reportForm } from '@/lib/report/schema';
import { countTry } from '@/lib/throttle/mutations';
import { throttles } from '@/lib/throttle/rules';
import { type Answered, trap, unanswered } from './form-parts';
import { ReportedPage, ReportPage } from './report-page';
import { leadTo, respondDown, respondMissing, respondOnce } from './respond-once';
import { problemsIn, readTyped } from './typed-form';

type Context = { params: Promise<{ handle: string }> };

/** The form that reports a published record, or that a report was received. */
export async function getReport(request: Request, { params }: Context): Promise<Response> {
  const { handle } = await params;
  return respondOnce(request, (asked) => draw(asked, handle, {}));
}

/** Takes in a report, as postContact takes in a message. */
export async function postReport(request: Request, { params }: Context): Promise<Response> {
  if (isForeign(request.method, request.headers)) return foreignAnswer(request);
  const { handle } = await params;
  if (!isHandleShape(handle)) return respondMissing(request);
  const typed = await readTyped(request);
  if (!typed.ok) {
    return again(request, handle, typed.why === 'large' ? 413 : 422, { told: typed.why });
  }
  const { [trap]: trapped, ...values } = typed.fields;
  const now = new Date();
  const place = { purpose: 'report', handle } as const;
  const opened = openForm(values.form ?? '', place, env().APP_SECRET, now);
  const form = opened.state === 'stale' ? undefined : opened.form;
  const parsed = reportForm.safeParse(values);
  if (trapped) return leadTo(sentAddress(request, handle));
  if (!parsed.success) {
    const problems = problemsIn(parsed.error, values) ?? undefined;
    const told = problems ? 'check' : 'damaged';
    return again(request, handle, 422, { form, values, problems, told });
  }
  if (opened.state !== 'ready') {
    return again(request, handle, 422, { form, values, told: opened.state });
  }
  const tries = [
    { limit: throttles.reportAddress, subject: addressOf(request.headers) },
    { limit: throttles.reportRecord, subject: handle },
  ];
  const { reason, text } = parsed.data;
  try {
    if (!(await countTry(tries, now))) {
      return await again(request, handle, 429, { form, values, told: 'later' });
    }
    const done = await reportRecord({ handle, id: opened.form.id, reason, text }, now);
    return done.ok ? leadTo(sentAddress(request, handle)) : await respondMissing(request);
  } catch (error) {
    return respondDown(request, error);
  }
}

type Drawn = {
  /** Left out: the page gets another one. */
  readonly form?: Form;
  readonly values?: Answered['values'];
  readonly problems?: Answered['problems'];
  readonly told?: 'check' | 'young' | 'stale' | 'later' | 'damaged' | 'large';
};

/** The same page once more, with the text as it was typed and what is wrong. */
function again(request: Request, handle: string, status: 413 | 422 | 429, drawn: Drawn) {
  return respondOnce(request, (asked) => draw(asked, handle, drawn), status);
}

async function draw(asked: Asked, handle: string, { form, values, problems, told }: Drawn) {
  const contact = await readContact(handle, null);
  if (!contact) return null;
  if (asked.query.has('sent') && !told) return createElement(ReportedPage, { asked, contact });
  const t = textsIn(asked.locale);
  const own = told === 'later' || told === 'large';
  const note = form ?? { id: uuidv7(), drawnAt: new Date(), source: '' };
  const said = told && t(own ? `contact.report.${told}` : `contact.told.${told}`);
  return createElement(ReportPage, {
    asked,
    contact,
    note: sealForm(note, { purpose: 'report', handle }, env().APP_SECRET),
    answered: {
      ...unanswered,
      ...(values && { values }),
      ...(problems && { problems }),
      told: said ?? null,
    },
  });
}

function sentAddress(request: Request, handle: string): string {
  const lang = new URL(request.url).searchParams.get('lang') ?? undefined;
  return withQuery(paths.publicReport(handle), { lang, sent: '1' });
}
