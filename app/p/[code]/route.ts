import { createElement } from 'react';
import { privately, respondDown } from '@/app/_contact/respond-once';
import { respond } from '@/app/_server/document';
import { isForeign } from '@/app/_server/policy';
import { foreignAnswer } from '@/app/_server/refusals';
import { addressOf } from '@/app/_server/sign-in';
import { PermissionPage } from '@/app/p/_document/permission-page';
import { type Told, toldIn } from '@/app/p/_document/told';
import { fallback, renderHtml } from '@/app/u/_document/render';
import { isLocale } from '@/lib/locale';
import { paths, withQuery } from '@/lib/paths';
import { getAsked } from '@/lib/permission/data';
import { answerPermission } from '@/lib/permission/mutations';
import { answerForm, permissionCode } from '@/lib/permission/schema';
import { readAskedMilestone } from '@/lib/record/public';
import { countTry } from '@/lib/throttle/mutations';
import { throttles } from '@/lib/throttle/rules';

type Context = { params: Promise<{ code: string }> };

/** What a client is asked: the very milestone as it will be shown, with their name and without. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params;
  return respond(
    request,
    'text/html',
    async (asked) => {
      if (!permissionCode.safeParse(code).success) return null;
      // In this order: a text that changes in between is then newer than the version answered to, which
      // is refused; the other way round they would agree to what they never saw.
      const permission = await getAsked(code);
      const shown = permission && (await readAskedMilestone(code));
      if (!shown) return null;
      const page = createElement(PermissionPage, { asked, code, permission, shown });
      // All that the page shows: texts that went back to what they were are another question, and
      // whoever holds the link must not have the same page kept under made-up names.
      const revision = [
        shown.named.revision,
        permission.textVersion,
        permission.state,
        permission.isCurrent,
        permission.answeredAt?.getTime(),
        toldIn(asked.query),
      ].join(' ');
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

/** Their answer; they need no account, and may change their mind. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (isForeign(request.method, request.headers)) return foreignAnswer(request);
  const { code } = await params;
  const wanted = new URL(request.url).searchParams.get('lang');
  const lang = isLocale(wanted) ? wanted : undefined;
  const back = (told: Told) =>
    new Response(null, {
      status: 303,
      headers: { ...privately, Location: withQuery(paths.permission(code), { lang, told }) },
    });
  const missing = () => respond(request, 'text/html', async () => null, fallback);
  const subject = addressOf(request.headers);
  if (!permissionCode.safeParse(code).success) return missing();
  try {
    if (!(await countTry([{ limit: throttles.answerAddress, subject }], new Date()))) {
      return back('later');
    }
    const form = await request.formData().catch(() => null);
    const parsed = answerForm.safeParse(form && Object.fromEntries(form));
    if (!parsed.success) return back('unclear');
    const { answer, version } = parsed.data;
    const done = await answerPermission(code, answer, version, new Date());
    if (done.ok) return back('thanks');
    return done.reason === 'missing' ? await missing() : back('reworded');
  } catch (error) {
    return respondDown(request, error);
  }
}
