import type { APIRequestContext } from '@playwright/test';
import { type Cast, castOf, expectUnharmed } from './access-cast';
import { routeTable } from './access-routes';
import { type Form, filled, readForms } from './forms';
import { expect, makePerson, newRequest, test } from './people';

/*
 * Every form there is, found on the pages that the access matrix names: sent by another site it is refused,
 * and nothing has changed.
 */

/** What a browser says of a form that another site sent: by where it is from, or by how far off that is. */
const foreign: Record<string, string>[] = [
  { Origin: 'https://evil.example' },
  { Origin: 'null' },
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
];

/** Letters end by a code alone: mail programs send it for their readers, from nowhere (RFC 8058). */
const byCodeAlone = /^\/l\//;

async function formsAt(request: APIRequestContext, path: string): Promise<Form[]> {
  // An export is no page, and that it was taken is noted.
  if (path.endsWith('.zip')) return [];
  const answer = await request.get(path);
  if (!answer.headers()['content-type']?.startsWith('text/html')) return [];
  return readForms(await answer.text(), path).filter(({ method }) => method === 'POST');
}

test('every form of every page, sent by another site, is refused and changes nothing', async ({
  playwright,
}) => {
  const [owner, other] = [await makePerson(playwright), await makePerson(playwright)];
  const cast = await castOf(owner, other, await newRequest(playwright));
  await expectUnharmed(cast, async () => {
    const sent = [...(await sendAll(cast, 'stranger')), ...(await sendAll(cast, 'owner'))];
    expect(new Set(sent).size).toBeGreaterThan(30);
    expect(sent.length).toBeGreaterThan(200);
  });
});

/** Sends every form that `who` finds, as another site would; answers the page of each that was sent. */
async function sendAll(cast: Cast, who: 'stranger' | 'owner'): Promise<string[]> {
  const sent: string[] = [];
  const paths = Object.values(routeTable).flatMap((row) =>
    row(cast)
      .filter(({ expected }) => expected[who].status === 200)
      .map(({ path }) => path),
  );
  for (const path of paths) {
    for (const form of await formsAt(cast[who], path)) {
      if (byCodeAlone.test(path)) continue;
      for (const headers of foreign) {
        const answer = await cast[who].post(form.action.startsWith('/') ? form.action : form.page, {
          multipart: filled(form),
          headers,
        });
        sent.push(path);
        const told = `${path} for ${who} with ${JSON.stringify(headers)}`;
        expect(answer.status(), told).toBe(403);
        expect(answer.headers()['content-security-policy'], told).toContain("default-src 'none'");
        expect(answer.headers()['set-cookie'], told).toBeUndefined();
      }
    }
  }
  return sent;
}

test('what is asked for by script, by another site, is refused too', async ({ person }) => {
  const { request } = person;
  for (const path of [
    '/signin/passkey',
    '/confirm/passkey',
    '/settings/security/passkeys/options',
    '/settings/data/upload',
    '/api/auth/callback/credentials',
    '/api/auth/signout',
  ]) {
    for (const headers of foreign) {
      const answer = await request.post(path, { headers });
      expect(answer.status(), `${path} ${JSON.stringify(headers)}`).toBe(403);
      expect(answer.headers()['set-cookie']).toBeUndefined();
    }
  }
  expect((await request.get('/dashboard')).status()).toBe(200);
});
