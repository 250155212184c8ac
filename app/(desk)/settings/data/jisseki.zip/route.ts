import { redirect } from 'next/navigation';
import { requireViewer } from '@/app/_server/session';
import { whenceOf } from '@/app/_server/whence';
import { recordEvent } from '@/lib/account/event/mutations';
import { isFresh } from '@/lib/account/session/rules';
import type { Viewer } from '@/lib/auth/viewer';
import { today } from '@/lib/calendar';
import { exportZip } from '@/lib/export/data';
import { streamOf } from '@/lib/export/taking';
import { paths, withQuery } from '@/lib/paths';
import { countTry } from '@/lib/throttle/mutations';
import { throttles } from '@/lib/throttle/rules';
import { siteFiles } from '../_site';

/** The viewer's account as a zip, made while it is taken, once they proved lately who they are. */
export async function GET(request: Request): Promise<Response> {
  const now = new Date();
  const viewer = await requireConfirmed(now);
  const tries = [{ limit: throttles.exports, subject: viewer.userId }];
  if (!(await countTry(tries, now))) redirect(refused('later'));
  const zip = exportZip(viewer, () => siteFiles(viewer, now), now);
  if (!zip.ok) redirect(refused(zip.reason));
  const bytes = zip.value;
  // Begun before it is answered: where the store is out, that is the answer.
  const first = await bytes.next();
  try {
    const whence = whenceOf(request.headers);
    await recordEvent(viewer.userId, { what: 'exported', whence }, now);
  } catch (error) {
    await bytes.return(undefined);
    throw error;
  }
  return new Response(streamOf(first, bytes), { headers: headersFor(viewer, now) });
}

/** The same without the file: nothing is read for it. */
export async function HEAD(): Promise<Response> {
  const now = new Date();
  return new Response(null, { headers: headersFor(await requireConfirmed(now), now) });
}

/** Not led back to the file, which would be saved behind the page that asked. */
async function requireConfirmed(now: Date): Promise<Viewer> {
  const viewer = await requireViewer();
  if (isFresh(viewer.confirmedAt, now)) return viewer;
  redirect(withQuery(paths.confirm, { next: paths.data }));
}

function refused(reason: 'busy' | 'under-way' | 'later'): string {
  return `${withQuery(paths.data, { export: reason })}#export`;
}

function headersFor({ handle, zone }: Viewer, now: Date): Record<string, string> {
  return {
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="jisseki-${handle}-${today(zone, now)}.zip"`,
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex',
  };
}
