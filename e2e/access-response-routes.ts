import { alike, document, ofDesk, ofOwner, type Row } from './access-rows';

/** The routes by which people come, and those on the desk that they are found at. */
export const responseRouteTable: Record<string, Row> = {
  '/inbox': ofDesk('/inbox', ({ came }, who) => (who === 'owner' ? [came.inquiry, came.hand] : [])),
  '/inbox/new': ofDesk('/inbox/new'),
  '/inbox/settings': ofDesk('/inbox/settings', ({ came }, who) =>
    who === 'owner' ? [came.blocked] : [],
  ),
  '/inbox/outbox': ofDesk('/inbox/outbox', ({ secrets }, who) =>
    who === 'owner' ? [`${secrets[0]} asker`, `${secrets[0]} message`] : [],
  ),
  '/inbox/[id]': (cast) =>
    (['inquiry', 'hand'] as const).flatMap((name) =>
      ofOwner('inbox', ({ came }) => came[name])(cast),
    ),
  // A table has no page to be missing from: who is signed in gets their own.
  '/inbox/export.csv': ofDesk('/inbox/export.csv', ({ secrets }, who) =>
    who === 'owner' ? [`${secrets[0]} message`, `${secrets[0]} told`] : ['Arrived'],
  ),
  '/response': ofDesk('/response', (_, who) => (who === 'owner' ? ['45,678'] : [])),
  '/u/[handle]/contact': document('/contact', () => ['Mori Aoi', 'name=message']),
  '/u/[handle]/report': document('/report', () => ['Mori Aoi', 'name=reason']),
  // Whoever holds the letter may end such letters, and reads nothing of whose they are.
  '/l/[code]': ({ came, shown }) => [
    ...alike(`/l/${came.ending}`, { status: 200, says: ['name=end'], hides: ['Mori Aoi'] }),
    ...['AAAAAAAAAAAAAAAAAAAAAA', 'x', shown.code].flatMap((code) =>
      alike(`/l/${code}`, { status: 404 }),
    ),
  ],
};
