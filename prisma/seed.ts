import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { proveAccount, signUp } from '@/lib/account/mutations';
import { mintViewer, type Viewer } from '@/lib/auth/viewer';
import { addMonths, type DatedOn, type Day, firstOf, monthOf, today } from '@/lib/calendar';
import { asOwner, asSystem } from '@/lib/db';
import { logMilestone } from '@/lib/milestone/mutations';
import type { MilestoneDraft } from '@/lib/milestone/rules';
import { publish, reviseProfile } from '@/lib/record/mutations';
import { exampleHandle } from '@/lib/record/rules';
import { openStream } from '@/lib/stream/mutations';
import { contact, type ExampleFact, facts, months, profile, streams } from './example-record';
import { seedClimb } from './seed-climb';
import { seedResponse } from './seed-response';
import { seedShowing } from './seed-showing';

const zone = 'Asia/Tokyo';

/**
 * Makes one demo person with an example record, published and labelled as one. Everything hangs on
 * that one account: deleting it removes every trace. The address names a domain that cannot exist,
 * the password is random. For a database that nobody has signed up to.
 */
export async function seedDemo(): Promise<{ handle: string; email: string; password: string }> {
  const email = 'hana@jisseki.invalid';
  const password = randomBytes(12).toString('base64url');
  // Asked for only while unfinished: what an interrupted start left behind goes first.
  await asSystem((tx) => tx.user.deleteMany({ where: { email } }));
  const made = await signUp(
    { handle: exampleHandle, email, password, displayName: profile.displayName, zone },
    'ja',
  );
  const userId = made.ok ? await proveAccount(email, password) : null;
  if (!userId) throw new Error('Somebody else has the handle of the example record.');
  const now = new Date();
  const viewer = mintViewer({
    userId,
    sessionId: uuidv7(),
    handle: exampleHandle,
    displayName: profile.displayName,
    locale: 'ja',
    zone,
    confirmedAt: now,
    deleteAt: null,
  });
  await reviseProfile(
    viewer,
    1,
    { handle: exampleHandle, language: 'ja', contactLinks: contact, ...profile },
    now,
  );
  await logIncome(viewer, now);
  for (const fact of facts) await log(viewer, draftOf(fact, now), null, now);
  await seedClimb(viewer, now);
  await seedShowing(viewer, now);
  await seedResponse(viewer, now);
  await asOwner(viewer, (tx) =>
    tx.record.updateMany({ where: { ownerId: userId }, data: { isExample: true } }),
  );
  await publish(viewer, now);
  return { handle: exampleHandle, email, password };
}

async function logIncome(viewer: Viewer, now: Date): Promise<void> {
  const thisMonth = monthOf(today(zone, now));
  for (const [streamKey, name] of Object.entries(streams)) {
    const stream = await openStream(viewer, name.ja, 'ja');
    if (!stream.ok) throw new Error(stream.reason);
    await asOwner(viewer, (tx) =>
      tx.stream.updateMany({
        where: { ownerId: viewer.userId, id: stream.value },
        data: { nameEn: name.en, origin: streamKey === 'sites' ? 'networking' : 'record' },
      }),
    );
    for (const month of months) {
      const income = month[streamKey as keyof typeof streams];
      if (!income) continue;
      const draft: MilestoneDraft = {
        ...nothing,
        kind: 'income',
        title: income.title ?? { ja: null, en: null },
        happened: { day: firstOf(addMonths(thisMonth, -month.ago)), precision: 'month' },
        income: {
          minor: BigInt(income.yen),
          currency: 'JPY',
          fees: income.fees ? BigInt(income.fees) : null,
          costs: income.costs ? BigInt(income.costs) : null,
        },
        streamName: name.ja,
        minutes: income.hours * 60,
      };
      await log(viewer, draft, stream.value, now);
    }
  }
}

const nothing = {
  title: { ja: null, en: null },
  story: { ja: null, en: null },
  income: null,
  streamName: null,
  minutes: null,
  measure: null,
  issuer: null,
  tags: [],
  visibility: 'public',
  language: 'ja',
  disclosure: null,
  visibleFrom: null,
  evidence: [],
} as const;

function draftOf({ ago, day, hours, ...fact }: ExampleFact, now: Date): MilestoneDraft {
  const month = addMonths(monthOf(today(zone, now)), -ago);
  const happened: DatedOn = day
    ? { day: `${month}-${String(day).padStart(2, '0')}` as Day, precision: 'day' }
    : { day: firstOf(month), precision: 'month' };
  return { ...nothing, ...fact, happened, minutes: hours ? hours * 60 : null };
}

async function log(
  viewer: Viewer,
  draft: MilestoneDraft,
  streamId: string | null,
  now: Date,
): Promise<void> {
  const logged = await logMilestone(viewer, uuidv7(), draft, streamId, now);
  if (!logged.ok) throw new Error(logged.reason);
}
