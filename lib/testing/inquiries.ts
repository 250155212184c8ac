import { uuidv7 } from 'uuidv7';
import type { Viewer } from '../auth/viewer';
import { asSystem } from '../db';
import { searchTextOf } from '../inquiry/search.rules';

/** What one inquiry of a test has of its own. */
export type Arrived = {
  readonly id?: string;
  readonly name?: string;
  readonly email?: string;
  readonly message?: string;
  readonly arrivedAt?: Date;
  readonly openedAt?: Date;
  readonly answeredAt?: Date;
  readonly closedAt?: Date;
  readonly milestoneId?: string;
  readonly shareId?: string;
};

/** Puts an inquiry of the contact form into the store, with the letters that went out about it. */
export async function makeInquiry(host: Viewer, some: Arrived = {}): Promise<string> {
  const ownerId = host.userId;
  const said = {
    id: some.id ?? uuidv7(),
    name: some.name ?? 'Ken',
    email: some.email ?? 'ken@example.com',
    message: some.message ?? 'Could you build our shop?',
  };
  const arrivedAt = some.arrivedAt ?? new Date();
  const searchText = searchTextOf({ ...said, note: '', nextStep: null });
  const letter = {
    recipient: said.email,
    subject: 's',
    text: 't',
    html: 'h',
    nextTryAt: arrivedAt,
  };
  await asSystem(async (tx) => {
    await tx.inquiry.create({
      data: {
        ...some,
        ...said,
        ownerId,
        arrival: 'form',
        subject: 'job',
        language: 'en',
        arrivedAt,
        searchText,
      },
    });
    await tx.mail.createMany({
      data: ['inquiry', 'copy'].map((what) => ({
        ...letter,
        ownerId,
        id: uuidv7(),
        occasion: `${what}:${said.id}`,
        createdAt: arrivedAt,
      })),
    });
  });
  return said.id;
}

/** The public tally of `host`, as the record may show it. */
export async function tallyOf(host: Viewer) {
  return asSystem((tx) =>
    tx.record.findUniqueOrThrow({
      where: { ownerId: host.userId },
      select: { peopleCame: true, replyMinutes: true },
    }),
  );
}

/** The occasions of every letter of `host`. */
export async function occasionsOf(host: Viewer): Promise<string[]> {
  const rows = await asSystem((tx) => tx.mail.findMany({ where: { ownerId: host.userId } }));
  return rows.map(({ occasion }) => occasion).sort();
}
