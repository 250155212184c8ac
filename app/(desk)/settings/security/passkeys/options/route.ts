import { headers } from 'next/headers';
import { askToAdd } from '@/app/_server/passkey-adding';
import { currentViewer } from '@/app/_server/session';
import { keepStep } from '@/app/_server/step';
import { isFresh } from '@/lib/account/session/rules';

/**
 * Asks the browser to make a passkey: for a stranger 404, 403 without a fresh proof, 409 if there are
 * enough, 429 if too many were asked for.
 */
export async function POST(): Promise<Response> {
  const [viewer, now] = [await currentViewer(), new Date()];
  const unkept = { 'Cache-Control': 'private, no-store' };
  const refuse = (status: number) => new Response(null, { status, headers: unkept });
  if (!viewer) return refuse(404);
  if (!isFresh(viewer.confirmedAt, now)) return refuse(403);
  const asked = await askToAdd(viewer, await headers(), now);
  if (!asked.ok) return refuse(asked.reason === 'too-many-tries' ? 429 : 409);
  await keepStep(asked.value.step, 'passkey-step');
  return Response.json(asked.value.options, { headers: unkept });
}
