import { headers } from 'next/headers';
import { askToConfirm } from '@/app/_server/passkey';
import { currentViewer } from '@/app/_server/session';
import { keepStep } from '@/app/_server/step';

/** Asks for a passkey of who is signed in; of a stranger it asks none. */
export async function POST(): Promise<Response> {
  const viewer = await currentViewer();
  const unkept = { 'Cache-Control': 'private, no-store' };
  if (!viewer) return new Response(null, { status: 404, headers: unkept });
  const asked = await askToConfirm(viewer, await headers(), new Date());
  if (!asked) return new Response(null, { status: 429, headers: unkept });
  await keepStep(asked.step, 'passkey-step');
  return Response.json(asked.options, { headers: unkept });
}
