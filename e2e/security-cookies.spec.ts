import type { APIRequestContext, APIResponse } from '@playwright/test';
import { formsOf, formWith, postForm } from './forms';
import { expect, newAccount, newRequest, type Person, test } from './people';
import { requestTo, startSecondServer } from './second-server';

/** The cookies that an answer sets, by name: their flags in lower case. */
function cookiesOf(answer: APIResponse): [string, string[]][] {
  return answer
    .headersArray()
    .filter(({ name, value }) => name.toLowerCase() === 'set-cookie' && !/^[^=]+=;/.test(value))
    .map(({ value }) => {
      const [pair = '', ...flags] = value.split(/;\s*/);
      return [pair.slice(0, pair.indexOf('=')), flags.map((flag) => flag.toLowerCase())];
    });
}

/** Makes the app set each cookie that somebody meets who signs up and in, and answers them all. */
async function everyCookie(
  request: APIRequestContext,
  { email, password }: Pick<Person, 'email' | 'password'>,
  headers: Record<string, string>,
): Promise<Map<string, string[]>> {
  // Its buttons are what it sends.
  const language = (await formsOf(request, '/')).find(({ html }) => html.includes('name="locale"'));
  if (!language) throw new Error('Nobody can choose a language on the first page.');
  const signUp = await formWith(request, '/signup', 'handle');
  const signIn = await formWith(request, '/signin', 'password');
  const answers = [
    await postForm(request, language, { locale: 'ja' }, headers),
    await postForm(request, signUp, { ...newAccount(), zone: 'Asia/Tokyo' }, headers),
    await request.post('/signin/passkey', { headers }),
    await postForm(request, signIn, { email, password }, headers),
  ];
  return new Map(answers.flatMap(cookiesOf));
}

const lasting = ['httponly', 'samesite=lax'];

test('cookies: out of reach of scripts and of other sites’ forms, and of this host alone', async ({
  playwright,
  person,
}) => {
  const request = await newRequest(playwright);
  const cookies = await everyCookie(request, person, {});
  expect([...cookies.keys()].sort()).toEqual([
    'locale',
    'next-auth.session-token',
    'passkey-step',
    'signed-up-email',
  ]);
  for (const [name, flags] of cookies) {
    expect(flags, name).toEqual(expect.arrayContaining(lasting));
    expect(flags, name).toContain(name === 'signed-up-email' ? 'path=/signin' : 'path=/');
    expect(flags.join(), name).not.toContain('domain');
    // Over http a browser would throw away what says so.
    expect(flags, name).not.toContain('secure');
  }
});

test('cookies over https: sent by TLS alone, and called so that no other host sets them', async ({
  person,
}) => {
  const server = await startSecondServer({
    APP_URL: 'https://jisseki.example',
    TRUSTED_PROXIES: '127.0.0.1',
  });
  try {
    const request = await requestTo(server);
    const headers = {
      Origin: 'https://jisseki.example',
      'X-Forwarded-Proto': 'https',
      'X-Forwarded-Host': 'jisseki.example',
    };
    const cookies = await everyCookie(request, person, headers);
    expect([...cookies.keys()].sort()).toEqual([
      '__Host-locale',
      '__Host-next-auth.session-token',
      '__Host-passkey-step',
      '__Secure-signed-up-email',
    ]);
    for (const [name, flags] of cookies) {
      expect(flags, name).toEqual(expect.arrayContaining([...lasting, 'secure']));
      expect(flags.join(), name).not.toContain('domain');
    }
    await request.dispose();
  } finally {
    await server.stop();
  }
});
