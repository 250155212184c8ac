import { text } from 'node:stream/consumers';
import type { APIResponse } from '@playwright/test';
import { fromBufferPromise } from 'yauzl';
import type { Cast, Who } from './access-cast';

export type Expected = { status: number; to?: string; says?: string[]; hides?: readonly string[] };
export type Row = (cast: Cast) => { path: string; expected: Record<Who, Expected> }[];

/** One answer for everyone. */
export const alike = (path: string, expected: Expected): ReturnType<Row> => [
  { path, expected: { stranger: expected, other: expected, owner: expected } },
];

/** A page of the desk: strangers are led to sign in, others see their own. */
export const ofDesk =
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
export const outside =
  (path: string): Row =>
  () => {
    const [shown, away] = [{ status: 200 }, { status: 307, to: '/dashboard' }];
    return [{ path, expected: { stranger: shown, other: away, owner: away } }];
  };

/** A public document: the published one for everyone, the other for nobody, its owner included. */
export const document =
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

export const listed = ({ ids, closedId }: Cast, who: 'owner' | 'other') => [
  who === 'owner' ? ids.private : closedId,
];

/** Something of the owner's at an address with its id: missing to everyone else. */
export const ofOwner =
  (place: string, id: (cast: Cast) => string): Row =>
  (cast) => {
    const { secrets } = cast;
    const path = `/${place}/${id(cast)}`;
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

/** What an answer says; of a zip, what the files in it say, by their names. */
export async function textOf(answer: APIResponse): Promise<string> {
  const body = await answer.body();
  if (answer.headers()['content-type'] !== 'application/zip') return body.toString();
  const zip = await fromBufferPromise(body, { lazyEntries: true });
  let said = '';
  for await (const entry of zip.eachEntry()) {
    said += `${entry.fileName}\n${await text(await zip.openReadStreamPromise(entry))}\n`;
  }
  return said;
}
