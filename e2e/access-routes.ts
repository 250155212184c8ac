import type { APIRequestContext } from '@playwright/test';
import { type ClimbIds, climbSnapshot, furnishClimb } from './access-climb';
import { formWith } from './forms';
import { income, log, press, skill } from './logging';
import { expect, type Person } from './people';

/** Who asks. */
export type Who = 'stranger' | 'other' | 'owner';

export type Cast = Readonly<Record<Who, APIRequestContext>> & {
  readonly people: { readonly owner: Person; readonly other: Person };
  /** The owner's milestones. */
  readonly ids: Readonly<Record<'private' | 'unlisted' | 'public' | 'deleted', string>>;
  /** What else the owner has. */
  readonly climb: ClimbIds;
  /** A public milestone of a record that is not published: the other account's. */
  readonly closedId: string;
  readonly handles: { readonly open: string; readonly closed: string };
  /** Texts of the owner's that nobody else may ever find in any answer. */
  readonly secrets: readonly string[];
  /** All that the owner has, as the owner's own forms show it. */
  readonly snapshot: () => Promise<unknown>;
};

/** An owner with one milestone of each visibility and a published record; another without one. */
export async function castOf(
  owner: Person,
  other: Person,
  stranger: APIRequestContext,
): Promise<Cast> {
  const secret = `secret${owner.handle.slice(2)}`;
  const more = { fees: '77123', costs: '88123' };
  const ids = {
    private: await log(owner, skill(`${secret} private`, { tags: `${secret}tag` })),
    unlisted: await log(owner, skill('Unlisted one', { visibility: 'unlisted' })),
    public: await log(owner, income(1, '954321', { ...more, visibility: 'public' })),
    deleted: await log(owner, skill(`${secret} deleted`, { visibility: 'public' })),
  };
  await press(owner, `/milestones/${ids.deleted}`, 'Delete');
  await press(owner, '/record', 'Publish');
  const climb = await furnishClimb(owner, secret);
  const closedId = await log(other, skill('Never published', { visibility: 'public' }));
  return {
    stranger,
    other: other.request,
    owner: owner.request,
    people: { owner, other },
    ids,
    climb,
    closedId,
    handles: { open: owner.handle, closed: other.handle },
    secrets: [secret, owner.email, '77123', '77,123', '88123', '88,123'],
    snapshot: async () => {
      const fields = async (path: string, name: string) =>
        (await formWith(owner.request, path, name)).fields.filter(([key]) => !key.startsWith('$'));
      const listed = await (await owner.request.get('/milestones')).text();
      return {
        forms: [
          await fields('/settings', 'zone'),
          await fields('/record', 'headlineEn'),
          ...(await Promise.all(
            [ids.private, ids.unlisted, ids.public].map((id) =>
              fields(`/milestones/${id}`, 'kind'),
            ),
          )),
        ],
        listed: [...listed.matchAll(/href="(\/milestones\/[0-9a-f-]{36})"/g)].map(([, a]) => a),
        deleted: (await owner.request.get(`/milestones/${ids.deleted}`)).status(),
        climb: await climbSnapshot(owner, climb),
        document: await (await stranger.get(`/u/${owner.handle}/record.json`)).text(),
      };
    },
  };
}

type Expected = { status: number; to?: string; says?: string[]; hides?: readonly string[] };
type Row = (cast: Cast) => { path: string; expected: Record<Who, Expected> }[];

/** One answer for everyone. */
const alike = (path: string, expected: Expected): ReturnType<Row> => [
  { path, expected: { stranger: expected, other: expected, owner: expected } },
];

/** A page of the desk: strangers are led to sign in, others see their own. */
const ofDesk =
  (path: string, says: (cast: Cast, who: 'owner' | 'other') => string[] = () => []): Row =>
  (cast) => [
    {
      path,
      expected: {
        stranger: { status: 307, to: `/signin?next=${encodeURIComponent(path)}` },
        other: { status: 200, says: says(cast, 'other') },
        owner: { status: 200, says: says(cast, 'owner') },
      },
    },
  ];

/** Only for who is not signed in. */
const outside =
  (path: string): Row =>
  () => {
    const [shown, away] = [{ status: 200 }, { status: 307, to: '/dashboard' }];
    return [{ path, expected: { stranger: shown, other: away, owner: away } }];
  };

/** A public document: the published one for everyone, the other for nobody, its owner included. */
const document =
  (suffix: string, says: (cast: Cast) => string[]): Row =>
  (cast) => [
    ...alike(`/u/${cast.handles.open}${suffix}`, {
      status: 200,
      says: says(cast),
      hides: ['Unlisted one'],
    }),
    ...alike(`/u/${cast.handles.closed}${suffix}`, { status: 404, hides: ['Never published'] }),
    ...alike(`/u/nobody-at-all${suffix}`, { status: 404 }),
  ];

const listed = ({ ids, closedId }: Cast, who: 'owner' | 'other') => [
  who === 'owner' ? ids.private : closedId,
];

/** Something of the owner's at an address with its id: missing to everyone else. */
const ofOwner =
  (place: string, id: (climb: ClimbIds) => string): Row =>
  ({ climb, secrets }) => {
    const path = `/${place}/${id(climb)}`;
    return [
      {
        path,
        expected: {
          stranger: { status: 307, to: `/signin?next=${encodeURIComponent(path)}` },
          other: { status: 404, hides: secrets },
          owner: { status: 200 },
        },
      },
    ];
  };

/** Every route by its pattern: how it is asked for, and what each of the three is answered. */
export const routeTable: Record<string, Row> = {
  '/': outside('/'),
  '/signin': outside('/signin'),
  '/signup': outside('/signup'),
  '/dashboard': ofDesk('/dashboard', listed),
  '/milestones': ofDesk('/milestones', listed),
  '/milestones/deleted': ofDesk('/milestones/deleted', ({ secrets }, who) =>
    who === 'owner' ? [`${secrets[0]} deleted`] : [],
  ),
  '/milestones/new': ofDesk('/milestones/new'),
  '/milestones/[id]': ({ ids }) =>
    Object.entries(ids).map(([name, id]) => ({
      path: `/milestones/${id}`,
      expected: {
        stranger: { status: 307, to: `/signin?next=%2Fmilestones%2F${id}` },
        other: { status: 404, hides: ['Unlisted one', '954,321', '954321'] },
        owner: { status: name === 'deleted' ? 404 : 200 },
      },
    })),
  '/goals': ofDesk('/goals', ({ climb }, who) => (who === 'owner' ? [climb.goal] : [])),
  '/goals/new': ofDesk('/goals/new'),
  '/goals/[id]': ofOwner('goals', ({ goal }) => goal),
  '/streams': ofDesk('/streams', ({ climb }, who) => (who === 'owner' ? [climb.stream] : [])),
  '/streams/[id]': ofOwner('streams', ({ stream }) => stream),
  '/currencies': ofDesk('/currencies', (_, who) => (who === 'owner' ? ['151.27'] : [])),
  '/effort': ofDesk('/effort', ({ climb }, who) => (who === 'owner' ? [climb.effort] : [])),
  '/effort/[id]': ofOwner('effort', ({ effort }) => effort),
  '/skills': ofDesk('/skills', ({ climb }, who) => (who === 'owner' ? [climb.skill] : [])),
  '/skills/[id]': ofOwner('skills', ({ skill }) => skill),
  '/audience': ofDesk('/audience', ({ climb }, who) => (who === 'owner' ? [climb.audience] : [])),
  '/audience/[id]': ofOwner('audience', ({ audience }) => audience),
  '/ladder': ofDesk('/ladder', (_, who) => (who === 'owner' ? ['61,234'] : [])),
  '/capture': ofDesk('/capture'),
  // What the dialog asks for once it is opened: for a stranger there is none.
  '/capture/start': () => [
    {
      path: '/capture/start',
      expected: {
        stranger: { status: 404 },
        other: { status: 200 },
        owner: { status: 200 },
      },
    },
  ],
  '/record': ofDesk('/record', ({ people }, who) => [people[who].handle]),
  // A document for one reader: for everyone else there is none.
  '/record/preview': ({ people }) => [
    {
      path: '/record/preview',
      expected: {
        stranger: { status: 404 },
        other: { status: 200, says: [people.other.handle, 'Never published'] },
        owner: { status: 200, says: [people.owner.handle, '954,321'], hides: ['Unlisted one'] },
      },
    },
  ],
  '/settings': ofDesk('/settings', ({ people }, who) => [people[who].email]),
  '/u/[handle]': document('', () => ['954,321']),
  '/u/[handle]/record.json': document('/record.json', () => ['"954321"']),
  '/u/[handle]/card.png': document('/card.png', () => ['PNG']),
  '/u/[handle]/m/[id]': ({ ids, handles, closedId }) => [
    ...alike(`/u/${handles.open}/m/${ids.public}`, { status: 200, says: ['954,321'] }),
    ...alike(`/u/${handles.open}/m/${ids.unlisted}`, { status: 200, says: ['Unlisted one'] }),
    ...[ids.private, ids.deleted, closedId].flatMap((id) =>
      alike(`/u/${handles.open}/m/${id}`, { status: 404 }),
    ),
    // Right id, wrong person.
    ...alike(`/u/${handles.closed}/m/${ids.public}`, { status: 404 }),
    ...alike(`/u/${handles.closed}/m/${closedId}`, { status: 404 }),
  ],
  '/u/[handle]/[...rest]': ({ handles }) =>
    [handles.open, handles.closed].flatMap((handle) =>
      alike(`/u/${handle}/record.json/more`, { status: 404 }),
    ),
  '/api/auth/[...nextauth]': () => [
    {
      path: '/api/auth/session',
      expected: {
        stranger: { status: 200, says: ['{}'] },
        other: { status: 200, says: ['Mori Aoi'] },
        owner: { status: 200, says: ['Mori Aoi'] },
      },
    },
    ...alike('/api/auth/signin', { status: 404 }),
    ...alike('/api/auth/error', { status: 404 }),
  ],
  '/icon.svg': () => alike('/icon.svg', { status: 200 }),
  '/livez': () => alike('/livez', { status: 200 }),
  '/readyz': () => alike('/readyz', { status: 200 }),
};

/**
 * A page without what differs each time: the nonce, the address it was asked by, and the order in
 * which the rows of Next's own data were ready.
 */
export function normalised(html: string, path: string): string {
  expect(html.length).toBeGreaterThan(0);
  const last = path.split('/').at(-1) ?? '';
  return html
    .replaceAll(path, '<path>')
    .replaceAll(last, '<last>')
    .replace(/nonce=\\?"[^"]*"|\\?"nonce\\?":\\?"[^"]*"/g, '<nonce>')
    .split(/\\n|self\.__next_f\.push\(\[1,"|"\]\)<\/script><script <nonce>>/)
    .sort()
    .join('\n');
}
