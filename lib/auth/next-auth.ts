import NextAuth, { type NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { env } from '../env';
import { sessionLife } from './rules';
import { secretIn, secretOf, sessionCookie } from './token';

/** What next-auth asks the app; `lib/auth` itself knows no account and no limit. */
export type Door = {
  /** The secret of a new session, or null for whatever reason not. */
  readonly signIn: (email: string, password: string, headers: Headers) => Promise<string | null>;
  /** What the owner of a live session is called, and when it ends. */
  readonly who: (secret: string) => Promise<{ name: string; expires: Date } | null>;
  readonly signOut: (secret: string) => Promise<void>;
};

// As next-auth itself says it, so that nothing of Next's is named here.
type Asked = Parameters<typeof NextAuth>[0];
type Context = { params: Promise<{ nextauth: string[] }> };
type Handler = (request: Asked, context: Context) => Promise<Response>;

/** The rest of next-auth's addresses are pages, which we have of our own, and a log for strangers. */
const offered = new Set(['GET csrf', 'GET providers', 'POST callback/credentials', 'POST signout']);

/** `/api/auth/*`, for clients that speak next-auth. Our own forms do not pass here. */
export function nextAuthRoute(door: Door): Handler {
  return async (request, context) => {
    const what = `${request.method} ${(await context.params).nextauth.join('/')}`;
    if (what === 'GET session') return session(request, door);
    if (!offered.has(what)) return new Response('Not found', { status: 404 });
    const options = optionsFor(door);
    // next-auth wants to know where it stands; withoutOrigin makes the answer matter little.
    process.env.NEXTAUTH_URL ??= env().APP_URL ?? 'http://localhost';
    try {
      return await withoutOrigin(await NextAuth(request, context, options));
    } catch (error) {
      // A body that is not the JSON it says it is.
      if (error instanceof SyntaxError) return new Response('Bad request', { status: 400 });
      throw error;
    }
  };
}

function optionsFor(door: Door): NextAuthOptions {
  const cookie = sessionCookie();
  return {
    secret: env().APP_SECRET,
    session: { strategy: 'jwt', maxAge: sessionLife.absolute },
    useSecureCookies: cookie.options.secure,
    cookies: { sessionToken: cookie },
    pages: { signIn: '/signin', signOut: '/signin', error: '/signin', verifyRequest: '/signin' },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(credentials, request) {
          try {
            const headers = new Headers(request.headers as Record<string, string>);
            const { email, password } = credentials ?? {};
            if (typeof email !== 'string' || typeof password !== 'string') return null;
            const secret = await door.signIn(email, password, headers);
            return secret === null ? null : { id: secret };
          } catch (error) {
            // next-auth would put the message of an error into the address.
            console.error('Signing in failed.', error);
            return null;
          }
        },
      }),
    ],
    callbacks: {
      // Never asks the database: a throw in here would erase the cookie.
      jwt: ({ token, user }) => (user ? { sid: user.id } : token),
      redirect: ({ baseUrl }) => `${baseUrl}/dashboard`,
    },
    events: {
      async signOut({ token }) {
        const secret = secretIn(token);
        if (secret) await door.signOut(secret);
      },
    },
  };
}

/** next-auth's own answer would be read from the cookie alone, and believe one that was signed out. */
async function session(request: Request, door: Door): Promise<Response> {
  const secret = await secretOf(request.headers);
  const who = secret && (await door.who(secret));
  const body = who ? { user: { name: who.name }, expires: who.expires.toISOString() } : {};
  return Response.json(body, { headers: { 'Cache-Control': 'private, no-store' } });
}

/** Redirects by path alone: whatever host next-auth took itself for, nobody is sent there. */
async function withoutOrigin(response: Response): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set('Cache-Control', 'private, no-store');
  const location = headers.get('location');
  if (location) headers.set('location', pathOf(location));
  if (!headers.get('content-type')?.startsWith('application/json')) {
    return new Response(response.body, { status: response.status, headers });
  }
  const body: unknown = await response.json();
  const answer = isUrl(body) ? { ...body, url: pathOf(body.url) } : body;
  return Response.json(answer, { status: response.status, headers });
}

function isUrl(body: unknown): body is { url: string } {
  return typeof body === 'object' && body !== null && 'url' in body && typeof body.url === 'string';
}

function pathOf(location: string): string {
  const { pathname, search } = new URL(location, 'http://nowhere.invalid');
  return pathname.startsWith('/api/auth/') ? `/signin${search}` : pathname;
}
