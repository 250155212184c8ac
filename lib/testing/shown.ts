import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '../auth/viewer';
import { asSystem, type Prisma } from '../db';
import { makePerson } from './people';

/** A moment so many days from now; before it where negative. */
export function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}

/** A new person whose record is published, and shown as `how` says. */
export async function openRecord(how: Prisma.RecordUncheckedUpdateInput = {}): Promise<Viewer> {
  const person = await makePerson();
  await showAs(person, { publishedAt: daysFromNow(-300), ...how });
  return person;
}

/** Changes how a record is shown, past every form. */
export async function showAs(
  { userId: ownerId }: Viewer,
  how: Prisma.RecordUncheckedUpdateInput,
): Promise<void> {
  await asSystem((tx) => tx.record.update({ where: { ownerId }, data: how }));
}

/** What a test says of a milestone; the rest is a public work of a day in May. */
export type Shown = Partial<Prisma.MilestoneUncheckedCreateInput> & {
  /** Income of so many minor units. */
  minor?: bigint;
  /** The second is one that its owner has looked at. */
  links?: readonly (string | readonly [url: string, checkedAt: Date])[];
};

export type Known = { readonly id: string; readonly publicId: string };

/** A milestone as it stands in the store, public and with nothing in its way unless `said` otherwise. */
export async function addShown({ userId: ownerId }: Viewer, said: Shown = {}): Promise<Known> {
  const { minor, links = [], ...rest } = said;
  const id = uuidv7();
  const streamId = uuidv7();
  return asSystem(async (tx) => {
    if (minor !== undefined) {
      await tx.stream.create({
        data: { ownerId, id: streamId, nameEn: 'Blog', nameKey: streamId },
      });
    }
    const { publicId } = await tx.milestone.create({
      data: {
        ownerId,
        id,
        kind: 'work',
        titleJa: '題',
        happenedOn: new Date('2026-05-17T00:00:00Z'),
        precision: 'day',
        visibility: 'public',
        publishedAt: rest.visibility === 'private' ? null : daysFromNow(-100),
        recordedAt: daysFromNow(-101),
        ...(minor !== undefined && {
          kind: 'income',
          amountMinor: minor,
          currency: 'JPY',
          streamId,
          happenedOn: new Date('2026-05-01T00:00:00Z'),
          precision: 'month',
        }),
        ...rest,
      },
    });
    await tx.evidence.createMany({
      data: links.map((link, i) => {
        const [url, checkedAt] = typeof link === 'string' ? [link] : link;
        return { ownerId, milestoneId: id, position: i + 1, url, checkedAt };
      }),
    });
    return { id, publicId };
  });
}

/** Changes a milestone past every form. */
export async function alter(
  { userId: ownerId }: Viewer,
  id: string,
  data: Prisma.MilestoneUncheckedUpdateInput,
): Promise<void> {
  await asSystem((tx) => tx.milestone.update({ where: { ownerId_id: { ownerId, id } }, data }));
}

/** Asks a client about a milestone's first text, past every form; the code of their link. */
export async function askAbout(
  { userId: ownerId }: Viewer,
  { id: milestoneId }: Known,
  more: Partial<Prisma.PermissionUncheckedCreateInput> = {},
): Promise<string> {
  const code = randomBytes(16).toString('base64url');
  const asked = { state: 'asked', code, askedAt: new Date(), shownVersion: 1, ...more };
  await asSystem((tx) => tx.permission.create({ data: { ownerId, milestoneId, ...asked } }));
  return code;
}
