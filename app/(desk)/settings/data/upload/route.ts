import { tooLargeAnswer } from '@/app/_server/refusals';
import { currentViewer } from '@/app/_server/session';
import { turnAway } from '@/app/_server/turn-away';
import { isHopeless, receiveUpload, type UploadRefusal } from '@/app/_server/upload';
import { paths, withQuery } from '@/lib/paths';
import { countTry } from '@/lib/throttle/mutations';
import { throttles } from '@/lib/throttle/rules';

/**
 * Takes in a file, and leads to the page that says what is in it. Proxy.ts has no part in this: it would
 * hold the whole file in memory. Whoever is refused before their file is read (a stranger, somebody who
 * sent many, a file announced too large) is not heard out: beyond 16 MB the connection ends, and a browser
 * may show that in place of the answer. Forms tell of the size themselves, where there is JavaScript.
 */
export async function POST(request: Request): Promise<Response> {
  const turnedAway = await turnAway(request);
  if (turnedAway) return turnedAway;
  const viewer = await currentViewer();
  if (!viewer) return leadTo(withQuery(paths.signIn, { next: paths.data }));
  if (isHopeless(request.headers)) return tooLargeAnswer(request);
  const now = new Date();
  const tries = [{ limit: throttles.uploads, subject: viewer.userId }];
  if (!(await countTry(tries, now))) return refuse('later');
  const received = await receiveUpload(viewer, request, now);
  if (!received.ok) return refuse(received.reason);
  const { kind, id } = received.value;
  return leadTo(kind === 'csv' ? paths.dataImport(id) : paths.dataRestore(id));
}

function refuse(refused: UploadRefusal): Response {
  return leadTo(withQuery(paths.data, { refused }));
}

function leadTo(address: string): Response {
  const headers = { Location: address, 'Cache-Control': 'private, no-store' };
  return new Response(null, { status: 303, headers });
}
