import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** What the provider says of somebody who signs in to it by their name there. */
export type Told = {
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
};

export type OidcServer = {
  readonly issuer: string;
  readonly client: { readonly id: string; readonly secret: string };
  close(): Promise<void>;
};

const hour = 3_600;

/**
 * A real OpenID provider on this machine. Its sign-in form takes any name, which is the subject; what it
 * says of them is looked up in `people`, which a test may fill as it goes.
 */
export async function startOidc(
  redirectUris: readonly string[],
  people: Map<string, Told>,
): Promise<OidcServer> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { id: 'jisseki', secret: 'a secret of the tests alone, and of no account' };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [...redirectUris],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...people.get(id) }),
    }),
    cookies: { keys: ['a key of the tests alone'] },
    pkce: { required: () => true },
    // Said, or it says on every use that they should be.
    ttl: {
      AccessToken: hour,
      AuthorizationCode: hour,
      Grant: hour,
      IdToken: hour,
      Interaction: hour,
      Session: hour,
    },
  });
  server.on('request', provider.callback());
  return { issuer, client, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

/** Signs in at the provider as `subject`, as its pages ask for it; returns where it sends them then. */
export async function signInAt(url: URL, subject: string): Promise<URL> {
  const jar = new Map<string, string>();
  const ask = async (at: URL, body?: URLSearchParams): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const method = body ? 'POST' : 'GET';
    const answer = await fetch(at, { method, body, headers: { cookie }, redirect: 'manual' });
    for (const one of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
  let at = url;
  for (let steps = 0; steps < 20; steps += 1) {
    let answer = await ask(at);
    if (answer.status === 200) {
      const page = await answer.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
      const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
      const body = new URLSearchParams({ prompt, login: subject, password: 'any' });
      answer = await ask(new URL(action, at), body);
    }
    const location = answer.headers.get('location');
    if (!location)
      throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`);
    at = new URL(location, at);
    if (at.origin !== url.origin) return at;
  }
  throw new Error('The provider sends in a circle.');
}
