import { hostileCallbacks } from '../lib/testing/callbacks';
import { shareOf } from './access-public';
import { formWith, postForm } from './forms';
import { log, press, skill } from './logging';
import { expect, newRequest, test } from './people';

/*
 * Whatever an address or a form asks to be led to, one is led to a place of this site: by every way that
 * leads anywhere. lib/auth/callbacks.rules.test.ts holds the rule behind most of them.
 */

const site = () => new URL(process.env.BASE_URL ?? '').origin;

/** Where `location` leads; it must say by itself that it is here. */
function placeOf(location: string | undefined, told: string): string {
  expect(location, told).toMatch(/^\/(?![/\\])/);
  const url = new URL(location ?? '', site());
  expect(url.origin, told).toBe(site());
  return url.pathname;
}

const query = (name: string, asked: string) => new URLSearchParams({ [name]: asked }).toString();
/** Signing in costs a password hash each time. */
const some = hostileCallbacks.filter((_, i) => i % 6 === 0);

test('who is signed in, and who proved it again, is led nowhere else', async ({ person }) => {
  for (const asked of hostileCallbacks) {
    const signedIn = await person.request.get(`/signin?${query('next', asked)}`);
    expect(placeOf(signedIn.headers().location, asked), asked).toBe('/dashboard');
    const confirmed = await person.request.get(`/confirm?${query('next', asked)}`);
    expect(placeOf(confirmed.headers().location, asked), asked).toBe('/settings/security');
  }
});

test('who was not at any step is led to sign in, with nothing of it', async ({ playwright }) => {
  const stranger = await newRequest(playwright);
  for (const asked of hostileCallbacks) {
    const answer = await stranger.get(`/signin/second?${query('next', asked)}`);
    expect(answer.headers().location, asked).toBe('/signin?expired=yes');
  }
});

test('signing in by a form that was tampered with', async ({ playwright, person }) => {
  const { email, password } = person;
  const form = await formWith(await newRequest(playwright), '/signin', 'password');
  for (const next of some) {
    const request = await newRequest(playwright);
    const answer = await postForm(request, form, { email, password, next });
    expect(placeOf(answer.headers().location, next), next).toBe('/dashboard');
  }
});

test('next-auth’s own addresses lead nowhere else either', async ({ playwright, person }) => {
  const request = await newRequest(playwright);
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json();
  const { email, password } = person;
  for (const callbackUrl of some) {
    const form = { csrfToken, email, password, callbackUrl, json: 'true' };
    const signedIn = await request.post('/api/auth/callback/credentials', { form });
    expect(placeOf((await signedIn.json()).url, callbackUrl), callbackUrl).toBe('/dashboard');
    const signedOut = await request.post('/api/auth/signout', {
      form: { csrfToken, callbackUrl, json: 'true' },
    });
    placeOf((await signedOut.json()).url, callbackUrl);
    const shown = await request.get(`/api/auth/signin?${query('callbackUrl', callbackUrl)}`);
    expect(shown.status(), callbackUrl).toBe(404);
  }
});

test('short addresses and handles given up lead on to the record alone', async ({
  playwright,
  person,
}) => {
  const { handle, request } = person;
  const id = await log(person, skill('Led to', { visibility: 'public' }));
  await press(person, '/record', 'Publish');
  const { code } = await shareOf(person, id);
  const stranger = await newRequest(playwright);
  const profile = await formWith(request, '/record', 'headlineEn');
  await postForm(request, profile, { handle: `${handle}x` });
  for (const asked of hostileCallbacks) {
    for (const name of ['next', 'lang', 'url', 's']) {
      const told = query(name, asked);
      const short = await stranger.get(`/s/${code}?${told}`);
      expect(placeOf(short.headers().location, told), told).toMatch(`/u/${handle}x/m/`);
      const moved = await stranger.get(`/u/${handle}?${told}`);
      expect(placeOf(moved.headers().location, told), told).toBe(`/u/${handle}x`);
    }
  }
});
