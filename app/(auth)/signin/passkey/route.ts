import { headers } from 'next/headers';
import { askToSignIn } from '@/app/_server/passkey';
import { keepStep } from '@/app/_server/step';

/** Asks for a passkey of whoever wants to sign in. */
export async function POST(): Promise<Response> {
  const asked = await askToSignIn(await headers(), new Date());
  const unkept = { 'Cache-Control': 'private, no-store' };
  if (!asked) return new Response(null, { status: 429, headers: unkept });
  await keepStep(asked.step, 'passkey-step');
  return Response.json(asked.options, { headers: unkept });
}
