import { createElement } from 'react';
import { respond } from '@/app/_server/document';
import { addressOf } from '@/app/_server/sign-in';
import { EndingPage } from '@/app/l/_document/ending-page';
import { fallback, renderHtml } from '@/app/u/_document/render';
import { isLocale } from '@/lib/locale';
import { getChoiceByCode } from '@/lib/mail/choice/data';
import { endMail } from '@/lib/mail/choice/mutations';
import { isEnded } from '@/lib/mail/choice/rules';
import { endingOf, unsubscribeCode } from '@/lib/mail/choice/schema';
import { paths, withQuery } from '@/lib/paths';
import { countTry } from '@/lib/throttle/mutations';
import { throttles } from '@/lib/throttle/rules';

type Context = { params: Promise<{ code: string }> };

/** For whoever holds the letter: nobody keeps it, and its address is told to no other site. */
const privately = {
  'Cache-Control': 'private, no-store',
  'Referrer-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex',
};

/** What would end, and a button that ends it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params;
  return respond(
    request,
    'text/html',
    async (asked) => {
      if (!unsubscribeCode.safeParse(code).success) return null;
      const choice = await getChoiceByCode(code);
      if (!choice) return null;
      const what = endingOf.parse(asked.query.get('what'));
      const isLater = asked.query.get('told') === 'later';
      const page = createElement(EndingPage, { asked, code, what, choice, isLater });
      const revision = [what, isEnded(choice, what), isLater].join(' ');
      return {
        revision,
        render: async () => ({ revision, body: await renderHtml(page) }),
        headers: privately,
        after: [asked.chosen ?? ''],
      };
    },
    fallback,
  );
}

/**
 * Ends letters: by the page's button, or by a mail program for its reader (RFC 8058), which sends no
 * Origin and no cookie. The code in the path is all the proof there is, so where the request comes from
 * is not asked. Ending twice is fine.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params;
  const query = new URL(request.url).searchParams;
  const wanted = query.get('lang');
  const what = endingOf.parse(query.get('what'));
  const form = await request.formData().catch(() => null);
  // A mail program follows no redirection.
  const isOneClick = form?.get('List-Unsubscribe') === 'One-Click';
  const back = (told?: string) =>
    new Response(null, {
      status: 303,
      headers: {
        ...privately,
        Location: withQuery(paths.unsubscribe(code), {
          what: what === 'inquiries' ? what : undefined,
          lang: isLocale(wanted) ? wanted : undefined,
          told,
        }),
      },
    });
  const missing = () => respond(request, 'text/html', async () => null, fallback);
  if (!unsubscribeCode.safeParse(code).success) return missing();
  const subject = addressOf(request.headers);
  try {
    if (!(await countTry([{ limit: throttles.endingAddress, subject }], new Date()))) {
      return isOneClick ? said(429) : back('later');
    }
    if (!isOneClick && form?.get('end') !== 'yes') return back();
    if (!(await endMail(code, what))) return missing();
  } catch (error) {
    console.error('Letters could not be ended.', error);
    return isOneClick
      ? said(503)
      : respond(request, 'text/html', () => Promise.reject(error), fallback);
  }
  return isOneClick ? said(200) : back();
}

function said(status: number): Response {
  return new Response(null, {
    status,
    headers: { ...privately, ...(status !== 200 && { 'Retry-After': '600' }) },
  });
}
