import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Arrival } from '../account/session/mutations';
import { mintViewer, type Viewer } from '../auth/viewer';
import { type Day, parseDatedOn } from '../calendar';
import { asSystem } from '../db';
import type { MilestoneDraft } from '../milestone/rules';

/** A new account with its empty record, signed in. Nobody can sign in to it: it has no password. */
export async function makePerson(
  facts: { locale?: 'ja' | 'en'; zone?: string } = {},
): Promise<Viewer> {
  const userId = uuidv7();
  const handle = `t${randomBytes(8).toString('hex')}`;
  const { locale = 'ja', zone = 'Asia/Tokyo' } = facts;
  await asSystem(async (tx) => {
    await tx.user.create({
      data: { id: userId, email: `${handle}@example.com`, passwordHash: '', locale, zone },
    });
    await tx.record.create({ data: { ownerId: userId, handle, displayName: handle } });
  });
  return mintViewer({
    userId,
    sessionId: uuidv7(),
    handle,
    displayName: handle,
    locale,
    zone,
    confirmedAt: new Date(),
    deleteAt: null,
  });
}

/** The same, with the row of the session: for what asks whether that is still open. */
export async function makeSignedIn(facts: Parameters<typeof makePerson>[0] = {}): Promise<Viewer> {
  const viewer = await makePerson(facts);
  const [tokenHash, now] = [randomBytes(32).toString('hex'), Date.now()];
  const session = { id: viewer.sessionId, ownerId: viewer.userId, tokenHash };
  const expiresAt = new Date(now + 86_400_000);
  await asSystem((tx) => tx.session.create({ data: { ...session, expiresAt } }));
  return viewer;
}

/** By password, from a browser that had no session before. */
export function arrival({ device = 'Firefox', before = null as string | null } = {}): Arrival {
  return { whence: { device, place: '' }, way: 'password', before };
}

const nothing: MilestoneDraft = {
  kind: 'work',
  title: { ja: null, en: null },
  story: { ja: null, en: null },
  happened: { day: '2026-01-01', precision: 'day' },
  income: null,
  streamName: null,
  minutes: null,
  measure: null,
  issuer: null,
  tags: [],
  visibility: 'private',
  language: 'ja',
  disclosure: null,
  visibleFrom: null,
  evidence: [],
};

/** A finished work; `on` as a person would type it. */
export function work(
  title: string,
  on: string,
  more: Partial<MilestoneDraft> = {},
): MilestoneDraft {
  return { ...nothing, title: { ja: title, en: null }, happened: dated(on), ...more };
}

/** Yen that came in; needs the id of a stream when it is logged. */
export function income(
  yen: number,
  month: string,
  more: Partial<MilestoneDraft> = {},
): MilestoneDraft {
  return {
    ...nothing,
    kind: 'income',
    happened: dated(month),
    income: { minor: BigInt(yen), currency: 'JPY', fees: null, costs: null },
    streamName: 'ブログ',
    ...more,
  };
}

function dated(typed: string) {
  return parseDatedOn(typed) ?? { day: typed as Day, precision: 'day' as const };
}
