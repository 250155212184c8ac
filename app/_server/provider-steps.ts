import { openChallenge, takeChallenge } from '@/lib/account/challenge/mutations';
import { findOwner } from '@/lib/account/identity/data';
import { touchIdentity } from '@/lib/account/identity/mutations';
import { type Claims, isProvider } from '@/lib/account/identity/rules';
import { type AskedStep, askedStep } from '@/lib/account/identity/schema';
import { safeNext } from '@/lib/auth/rules';
import type { Viewer } from '@/lib/auth/viewer';
import { errorLine } from '@/lib/mail/rules';
import { paths, withQuery } from '@/lib/paths';
import { countTry } from '@/lib/throttle/mutations';
import { throttles } from '@/lib/throttle/rules';
import { claimsFrom, nameOf, sendTo } from './providers';
import { keepSession } from './session';
import { addressOf, letIn } from './sign-in';
import { dropStep, keepStep, stepSecret } from './step';

/*
 * The two requests between which somebody is at a provider. What must be the same in both is kept in the
 * store, once, behind a cookie of this browser: an answer brought by another browser opens nothing.
 */

type Asked = Pick<AskedStep, 'purpose' | 'next' | 'invite'>;

/** 404 where the provider is not set up; a provider that does not answer leads back with a word about it. */
export async function startProvider(
  provider: string,
  request: Request,
  { purpose, next, invite }: Asked,
  viewer?: Viewer,
): Promise<Response> {
  if (!isProvider(provider) || !nameOf(provider)) return new Response('Not found', { status: 404 });
  // Whom another site sends here has asked for nothing: a press on our own page does.
  if (/^(?:cross|same)-site$/.test(request.headers.get('sec-fetch-site') ?? '')) {
    const here = withQuery(paths.signIn, { next: safeNext(next, '') });
    return to(purpose === 'link' ? paths.security : here);
  }
  const now = new Date();
  const tries = { limit: throttles.providerAddress, subject: addressOf(request.headers) };
  if (!(await countTry([tries], now))) return back(purpose, 'later');
  try {
    const { url, kept } = await sendTo(provider);
    const data: AskedStep = {
      step: 'asked',
      provider,
      purpose,
      ...kept,
      next: safeNext(next, ''),
      invite: invite.slice(0, 100),
    };
    await keepStep(await openChallenge('provider', { ownerId: viewer?.userId, data }, now));
    return to(url.href);
  } catch (error) {
    console.error(`${provider} could not be asked. ${saidBy(error)}`);
    return back(purpose, 'silent');
  }
}

/** Takes the answer of a provider: into a session, to signing up, or to linking. */
export async function endProvider(provider: string, request: Request): Promise<Response> {
  if (!isProvider(provider) || !nameOf(provider)) return new Response('Not found', { status: 404 });
  const now = new Date();
  const challenge = await takeChallenge(await stepSecret(), 'provider', now);
  await dropStep();
  const asked = askedStep.safeParse(challenge?.data);
  // Too old, answered before, or begun in another browser.
  if (!asked.success || asked.data.provider !== provider) return back('sign-in', 'stale');
  const { purpose, next } = asked.data;
  const query = new URL(request.url).searchParams;
  if (query.get('error') === 'access_denied') return back(purpose, 'declined');
  let claims: Claims;
  try {
    claims = await claimsFrom(provider, query, asked.data);
  } catch (error) {
    console.error(`${provider} gave no usable answer. ${saidBy(error)}`);
    return back(purpose, 'failed');
  }
  const owner = purpose === 'sign-in' ? await findOwner(claims) : null;
  if (owner) {
    await touchIdentity(claims, now);
    const way = await letIn(owner, 'provider', request.headers as Headers, now);
    if ('step' in way) {
      await keepStep(way.step);
      return to(withQuery(paths.secondFactor, { next }));
    }
    await keepSession(way.session);
    return to(safeNext(next, paths.dashboard));
  }
  const { invite } = asked.data;
  const data = { step: 'known' as const, claims: { ...claims }, purpose, next, invite };
  const ownerId = challenge?.ownerId ?? undefined;
  await keepStep(await openChallenge('provider', { ownerId, data }, now));
  return to(purpose === 'link' ? paths.linkProvider : paths.providerSignUp);
}

/** What an error says, and not what it carries: tokens, and who came. */
export function saidBy(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? [error.cause] : [];
  return [error, ...cause].map(errorLine).join(' ');
}

/** Where nothing came of it, with what to say there. */
function back(purpose: Asked['purpose'], why: string): Response {
  return to(withQuery(purpose === 'link' ? paths.security : paths.signIn, { provider: why }));
}

function to(location: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: location, 'Cache-Control': 'private, no-store' },
  });
}
