import { alike, document, ofDesk, ofOwner, type Row } from './access-rows';

/** The routes a record is published by, and those on the desk that it is published from. */
export const publicRouteTable: Record<string, Row> = {
  '/record/seen': ofDesk('/record/seen'),
  '/record/disclosure': ofDesk('/record/disclosure'),
  '/record/names': ofDesk('/record/names', ({ secrets }, who) =>
    who === 'owner' ? [`${secrets[0]} employer`] : [],
  ),
  '/record/badges': ofDesk('/record/badges', ({ people }, who) => [people[who].handle]),
  // A picture for one reader: for everyone else there is none.
  '/record/preview/card.png': () => [
    {
      path: '/record/preview/card.png',
      expected: {
        stranger: { status: 404 },
        other: { status: 200, says: ['PNG'] },
        owner: { status: 200, says: ['PNG'] },
      },
    },
  ],
  '/publicise': ofDesk('/publicise'),
  '/shares': ofDesk('/shares', ({ shown }, who) => (who === 'owner' ? [shown.share] : [])),
  '/shares/new': (cast) => [
    ...ofDesk('/shares/new')(cast),
    ...ofMilestone(cast.ids.public)(cast),
    ...ofMilestone(cast.shown.asked)(cast),
  ],
  '/shares/[id]': ofOwner('shares', ({ shown }) => shown.share),
  '/s/[code]': ({ shown, handles }) => [
    ...alike(`/s/${shown.code}`, {
      status: 302,
      to: `/u/${handles.open}/m/${shown.publicId}?lang=en&s=${shown.code}`,
    }),
    // Whatever else the address says, it leads nowhere else.
    ...alike(`/s/${shown.code}?to=https://evil.example&url=//evil.example`, {
      status: 302,
      to: `/u/${handles.open}/m/${shown.publicId}?lang=en&s=${shown.code}`,
    }),
    ...[shown.deadCode, 'ABCDEFGHIJ', 'x', 'https:%2f%2fevil.example'].flatMap((code) =>
      alike(`/s/${code}`, { status: 404 }),
    ),
  ],
  // Whoever holds the link reads what they are asked about, and nobody reads anything else.
  '/p/[code]': ({ shown, secrets }) => [
    ...alike(`/p/${shown.question}`, {
      status: 200,
      says: [`${secrets[0]} asked`, `${secrets[0]} nameless`, `${secrets[0]}`],
      hides: [`${secrets[0]} private`],
    }),
    ...['AAAAAAAAAAAAAAAAAAAAAA', 'x', shown.code].flatMap((code) =>
      alike(`/p/${code}`, { status: 404 }),
    ),
  ],
  '/u/[handle]/qr.svg': document('/qr.svg', () => ['<svg']),
  '/u/[handle]/qr.png': document('/qr.png', () => ['PNG']),
  '/u/[handle]/badge.svg': document('/badge.svg', () => ['<svg']),
  '/u/[handle]/embed': document('/embed', () => ['Mori Aoi']),
  '/u/[handle]/feed.xml': document('/feed.xml', () => ['<feed', '954,321']),
  '/u/[handle]/feed.json': document('/feed.json', () => ['954,321']),
  '/u/[handle]/resume.json': document('/resume.json', () => ['Mori Aoi']),
  '/u/[handle]/m/[id]/card.png': ({ shown, handles, ids, closedId }) => [
    ...alike(`/u/${handles.open}/m/${shown.publicId}/card.png`, { status: 200, says: ['PNG'] }),
    ...[ids.private, shown.asked, closedId].flatMap((id) =>
      alike(`/u/${handles.open}/m/${id}/card.png`, { status: 404 }),
    ),
  ],
  '/schema/record.json': () => alike('/schema/record.json', { status: 200, says: ['$schema'] }),
  '/sitemap.xml': ({ handles }) =>
    alike('/sitemap.xml', {
      status: 200,
      says: [`/u/${handles.open}`],
      hides: [`/u/${handles.closed}`],
    }),
  '/robots.txt': () => alike('/robots.txt', { status: 200, says: ['Sitemap:'] }),
};

/** The form that shares one of the owner's milestones: for another there is no such milestone. */
const ofMilestone =
  (id: string): Row =>
  ({ secrets }) => {
    const path = `/shares/new?milestone=${id}`;
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
