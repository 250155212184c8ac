import { accountRouteTable } from './access-account-routes';
import { publicRouteTable } from './access-public-routes';
import { responseRouteTable } from './access-response-routes';
import { alike, document, listed, ofDesk, ofOwner, outside, type Row } from './access-rows';
import { expect } from './people';

/** Every route by its pattern: how it is asked for, and what each of the three is answered. */
export const routeTable: Record<string, Row> = {
  ...accountRouteTable,
  ...publicRouteTable,
  ...responseRouteTable,
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
  '/goals/[id]': ofOwner('goals', ({ climb }) => climb.goal),
  '/streams': ofDesk('/streams', ({ climb }, who) => (who === 'owner' ? [climb.stream] : [])),
  '/streams/[id]': ofOwner('streams', ({ climb }) => climb.stream),
  '/currencies': ofDesk('/currencies', (_, who) => (who === 'owner' ? ['151.27'] : [])),
  '/effort': ofDesk('/effort', ({ climb }, who) => (who === 'owner' ? [climb.effort] : [])),
  '/effort/[id]': ofOwner('effort', ({ climb }) => climb.effort),
  '/skills': ofDesk('/skills', ({ climb }, who) => (who === 'owner' ? [climb.skill] : [])),
  '/skills/[id]': ofOwner('skills', ({ climb }) => climb.skill),
  '/audience': ofDesk('/audience', ({ climb }, who) => (who === 'owner' ? [climb.audience] : [])),
  '/audience/[id]': ofOwner('audience', ({ climb }) => climb.audience),
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
