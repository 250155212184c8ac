import { currentViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { getEmail } from '@/lib/account/data';
import { groupedCode } from '@/lib/account/factor/recovery.rules';
import { isFresh } from '@/lib/account/session/rules';
import { dayOf } from '../../../../../_moments';
import { shownCodes } from '../../_shown-codes';

/** The recovery codes just made, as a text to save; for anybody else, and later, there is none. */
export async function GET(): Promise<Response> {
  const [viewer, now] = [await currentViewer(), new Date()];
  const codes = viewer && isFresh(viewer.confirmedAt, now) ? await shownCodes(viewer, now) : null;
  const unkept = { 'Cache-Control': 'private, no-store' };
  if (!viewer || !codes) return new Response(null, { status: 404, headers: unkept });
  const values = { email: await getEmail(viewer), day: dayOf(now, viewer) };
  const head = textsIn(viewer.locale)('security.twoFactor.file', values);
  return new Response(`${[head, '', ...codes.map(groupedCode)].join('\r\n')}\r\n`, {
    headers: {
      ...unkept,
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': 'attachment; filename="jisseki-recovery-codes.txt"',
    },
  });
}
