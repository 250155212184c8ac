import { alike, ofDesk, ofOwner, type Row } from './access-rows';

/** Answers a POST alone. */
const posted =
  (path: string): Row =>
  () =>
    alike(path, { status: 405 });

/** A page that is there for none of the three; a stranger is led to sign in before that is said. */
const missing =
  (path: string): Row =>
  () => {
    const gone = { status: 404 };
    const stranger = { status: 307, to: `/signin?next=${encodeURIComponent(path)}` };
    return [{ path, expected: { stranger, other: gone, owner: gone } }];
  };

/** A page of the desk that leads whoever is signed in on. */
const leading =
  (path: string, to: string): Row =>
  () => {
    const led = { status: 307, to };
    const stranger = { status: 307, to: `/signin?next=${encodeURIComponent(path)}` };
    return [{ path, expected: { stranger, other: led, owner: led } }];
  };

/** The page of a letter's link: whoever has it presses its button, and nobody reads whose it is. */
const ofLetter =
  (place: string): Row =>
  () =>
    ['A'.repeat(43), 'x'].flatMap((token) => alike(`/${place}/${token}`, { status: 200 }));

const security = '/settings/security';

/** The routes by which an account is entered, kept, taken along and given up, and those of operators. */
export const accountRouteTable: Record<string, Row> = {
  '/forgot': () => alike('/forgot', { status: 200 }),
  '/reset/[token]': ofLetter('reset'),
  '/verify/[token]': ofDesk(`/verify/${'A'.repeat(43)}`),
  '/email/[token]': ofLetter('email'),
  '/signin/second': () => alike('/signin/second', { status: 307, to: '/signin?expired=yes' }),
  '/signin/passkey': posted('/signin/passkey'),
  // None is set up here.
  '/signin/with/[provider]': () =>
    ['github', 'google', 'oidc', 'x'].flatMap((one) =>
      alike(`/signin/with/${one}`, { status: 404 }),
    ),
  '/signin/with/[provider]/back': () =>
    ['github', 'google', 'oidc', 'x'].flatMap((one) =>
      alike(`/signin/with/${one}/back?code=x&state=x`, { status: 404 }),
    ),
  '/signup/provider': () => {
    const away = { status: 307, to: '/dashboard' };
    const stranger = { status: 307, to: '/signin?provider=stale' };
    return [{ path: '/signup/provider', expected: { stranger, other: away, owner: away } }];
  },
  // Both have just proved who they are.
  '/confirm': (cast) => [
    ...leading('/confirm', security)(cast),
    ...['https://evil.example', '//evil.example', '/api/auth/signout'].flatMap((next) =>
      leading(`/confirm?next=${encodeURIComponent(next)}`, security)(cast),
    ),
  ],
  '/confirm/passkey': posted('/confirm/passkey'),
  '/settings/security': ofDesk(security, ({ kept, people, secrets }, who) =>
    who === 'owner'
      ? [people.owner.email, `${secrets[0]} elsewhere`, kept.session]
      : [people.other.email],
  ),
  '/settings/security/email': ofDesk(`${security}/email`, ({ people }, who) => [people[who].email]),
  '/settings/security/password': ofDesk(`${security}/password`),
  '/settings/security/two-factor': ofDesk(`${security}/two-factor`),
  // Shown for minutes after they were made, and long kept elsewhere by now.
  '/settings/security/two-factor/codes': leading(
    `${security}/two-factor/codes`,
    `${security}/two-factor`,
  ),
  '/settings/security/two-factor/codes/text': () =>
    alike(`${security}/two-factor/codes/text`, { status: 404 }),
  '/settings/security/passkeys': ofDesk(`${security}/passkeys`, ({ kept }, who) =>
    who === 'owner' ? [kept.passkey] : [],
  ),
  '/settings/security/passkeys/options': posted(`${security}/passkeys/options`),
  // Nobody came back from a provider, and none is set up.
  '/settings/security/link': missing(`${security}/link`),
  '/settings/security/link/[provider]': () => {
    const gone = { status: 404 };
    const stranger = { status: 307, to: '/confirm?next=%2Fsettings%2Fsecurity' };
    return ['github', 'x'].map((one) => ({
      path: `${security}/link/${one}`,
      expected: { stranger, other: gone, owner: gone },
    }));
  },
  '/settings/data': ofDesk('/settings/data', ({ kept, secrets }, who) =>
    who === 'owner' ? [`${secrets[0]}.csv`, kept.imported] : [],
  ),
  '/settings/data/delete': ofDesk('/settings/data/delete', ({ people, handles }, who) => [
    people[who].email,
    `/u/${who === 'owner' ? handles.open : handles.closed}`,
  ]),
  '/settings/data/upload': posted('/settings/data/upload'),
  '/settings/data/jisseki.zip': ofDesk('/settings/data/jisseki.zip', ({ secrets }, who) => [
    'jisseki.json',
    who === 'owner' ? `${secrets[0]} private` : 'Never published',
  ]),
  '/settings/data/restore/[id]': ofOwner('settings/data/restore', ({ kept }) => kept.exported),
  '/settings/data/import/[id]': ofOwner('settings/data/import', ({ kept }) => kept.upload),
  // Nobody runs this server.
  '/operator': missing('/operator'),
  '/operator/reports': missing('/operator/reports'),
  '/operator/invitations': missing('/operator/invitations'),
  '/schema/export.json': () => alike('/schema/export.json', { status: 200, says: ['$schema'] }),
};
