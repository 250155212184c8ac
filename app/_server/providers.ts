import * as openid from 'openid-client';
import { type Claims, type Provider, providers, saidBy } from '@/lib/account/identity/rules';
import type { AskedStep } from '@/lib/account/identity/schema';
import { normaliseEmail } from '@/lib/email';
import { env } from '@/lib/env';
import { limits } from '@/lib/limits';
import { paths } from '@/lib/paths';

/** How somebody is sent to a provider, and what to remember until they are back. */
export type Sending = {
  readonly url: URL;
  readonly kept: Pick<AskedStep, 'state' | 'nonce' | 'verifier'>;
};

/** The providers that are set up here, and what each is called. */
export function offeredProviders(): { provider: Provider; name: string }[] {
  return providers.flatMap((provider) => {
    const name = nameOf(provider);
    return name ? [{ provider, name }] : [];
  });
}

/** What a provider is called; null: it is not set up. */
export function nameOf(provider: Provider): string | null {
  const { GITHUB_ID, GOOGLE_ID, OIDC_ISSUER, OIDC_NAME } = env();
  if (provider === 'github') return GITHUB_ID ? 'GitHub' : null;
  if (provider === 'google') return GOOGLE_ID ? 'Google' : null;
  return OIDC_ISSUER ? (OIDC_NAME ?? new URL(OIDC_ISSUER).hostname) : null;
}

/** Seconds a provider may take to answer. */
const patience = 10;

const known = new Map<Provider, Promise<openid.Configuration>>();

/** What is known of a provider; asked of it once. Throws where it is not set up or does not answer. */
function configuration(provider: Provider): Promise<openid.Configuration> {
  const asked = known.get(provider) ?? configure(provider);
  known.set(provider, asked);
  // One that did not answer is asked again by whoever comes next.
  asked.catch(() => known.delete(provider));
  return asked;
}

async function configure(provider: Provider): Promise<openid.Configuration> {
  const { GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET, OIDC_ISSUER, OIDC_ID, OIDC_SECRET } =
    env();
  if (provider === 'github') {
    if (!GITHUB_ID) throw new Error('GitHub is not set up.');
    const base = githubUrl();
    // It speaks OAuth without discovery.
    const server = {
      issuer: base.origin,
      authorization_endpoint: new URL('/login/oauth/authorize', base).href,
      token_endpoint: new URL('/login/oauth/access_token', base).href,
    };
    const config = new openid.Configuration(server, GITHUB_ID, GITHUB_SECRET);
    return prepared(config, base);
  }
  const issuer = new URL(
    provider === 'google' ? 'https://accounts.google.com' : (OIDC_ISSUER ?? ''),
  );
  const [id = '', secret] =
    provider === 'google' ? [GOOGLE_ID, GOOGLE_SECRET] : [OIDC_ID, OIDC_SECRET];
  const plain = issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : [];
  const config = await openid.discovery(issuer, id, secret, undefined, {
    execute: plain,
    timeout: patience,
  });
  // Over TLS the token comes from the provider itself; its signature says so wherever TLS ended.
  openid.enableNonRepudiationChecks(config);
  return prepared(config, issuer);
}

/** An operator's own provider may stand on this very machine, without TLS. */
function prepared(config: openid.Configuration, at: URL): openid.Configuration {
  config.timeout = patience;
  if (at.protocol === 'http:') openid.allowInsecureRequests(config);
  return config;
}

function githubUrl(): URL {
  return new URL(env().GITHUB_URL ?? 'https://github.com');
}

/** Where its answers come to, registered there letter by letter. */
function backFrom(provider: Provider): string {
  return `${env().APP_URL ?? ''}${paths.providerBack(provider)}`;
}

/** Where to send somebody who wants to come in by `provider`. Throws where it does not answer. */
export async function sendTo(provider: Provider): Promise<Sending> {
  const config = await configuration(provider);
  const verifier = openid.randomPKCECodeVerifier();
  const [state, nonce] = [openid.randomState(), openid.randomNonce()];
  const url = openid.buildAuthorizationUrl(config, {
    redirect_uri: backFrom(provider),
    scope: provider === 'github' ? 'read:user user:email' : 'openid email profile',
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    ...(provider !== 'github' && { nonce }),
  });
  return { url, kept: { state, nonce, verifier } };
}

/**
 * What the provider says of whoever it sent back with `query`. Throws where they declined, where the
 * answer is none of ours (state, nonce, code, signature), and where it does not answer.
 */
export async function claimsFrom(
  provider: Provider,
  query: URLSearchParams,
  { state, nonce, verifier }: Sending['kept'],
): Promise<Claims> {
  const config = await configuration(provider);
  // The path alone is asked for here: whatever host this process takes itself for, ours is registered.
  const url = new URL(`${backFrom(provider)}?${query}`);
  const checks = { pkceCodeVerifier: verifier, expectedState: state };
  if (provider === 'github') {
    const tokens = await openid.authorizationCodeGrant(config, url, checks);
    return githubClaims(config, tokens.access_token);
  }
  const tokens = await openid.authorizationCodeGrant(config, url, {
    ...checks,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('The provider sent no identity.');
  const told = await withUserInfo(config, tokens.access_token, claims);
  const email = told.email_verified === true ? emailIn(told.email) : null;
  return {
    provider,
    subject: subjectAt(config, claims.sub),
    label: saidBy(told.email ?? told.preferred_username ?? told.name ?? claims.sub, 200),
    email,
    name: saidBy(told.name, limits.displayName),
  };
}

/** A subject is somebody at one issuer alone: another that is set up in its place has the same numbers. */
function subjectAt(config: openid.Configuration, subject: string): string {
  return `${config.serverMetadata().issuer} ${subject}`;
}

/** Many say what somebody is called only when asked with the token. */
async function withUserInfo(
  config: openid.Configuration,
  accessToken: string,
  claims: openid.IDToken,
): Promise<Record<string, unknown>> {
  if (claims.email !== undefined || !config.serverMetadata().userinfo_endpoint) return claims;
  return { ...claims, ...(await openid.fetchUserInfo(config, accessToken, claims.sub)) };
}

/** GitHub has no identity token; it is asked with the access token. */
async function githubClaims(config: openid.Configuration, accessToken: string): Promise<Claims> {
  const base = githubUrl();
  const api =
    base.origin === 'https://github.com' ? 'https://api.github.com' : `${base.origin}/api/v3`;
  const ask = async (what: string): Promise<unknown> => {
    const headers = new Headers({ accept: 'application/json', 'user-agent': 'Jisseki' });
    const url = new URL(`${api}${what}`);
    const args = [config, accessToken, url, 'GET', undefined, headers] as const;
    const answer = await openid.fetchProtectedResource(...args);
    if (!answer.ok) throw new Error(`GitHub answered ${answer.status} to ${what}.`);
    return answer.json();
  };
  const user = record(await ask('/user'));
  if (typeof user.id !== 'number') throw new Error('GitHub named no user.');
  const emails = await ask('/user/emails');
  const primary = Array.isArray(emails)
    ? emails.map(record).find((one) => one.primary === true && one.verified === true)
    : undefined;
  return {
    provider: 'github',
    subject: subjectAt(config, String(user.id)),
    label: saidBy(user.login, 200),
    email: emailIn(primary?.email),
    name: saidBy(user.name ?? user.login, limits.displayName),
  };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function emailIn(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > limits.email) return null;
  return normaliseEmail(value) || null;
}
