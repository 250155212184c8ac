import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '../auth/viewer';
import { asOwner, asSystem, type Tx } from '../db';
import { logMilestone } from '../milestone/mutations';
import { openStream } from '../stream/mutations';
import { income, makePerson, work } from './people';

const now = new Date('2026-08-15T03:00:00.123Z');

/** A row in every owned table. */
export async function makeFullPerson(): Promise<Viewer> {
  const person = await makePerson();
  const stream = await openStream(person, 'ブログ', 'ja');
  if (!stream.ok) throw new Error(stream.reason);
  const evidence = ['https://example.com/'];
  for (const visibility of ['private', 'unlisted', 'public'] as const) {
    await logMilestone(
      person,
      uuidv7(),
      income(1, '2026-08', { visibility, evidence }),
      stream.value,
      now,
    );
  }
  const [issued, counted] = [{ issuer: 'x' }, { measure: { name: 'x', value: 1n } }];
  for (const more of [
    { kind: 'credential', ...issued } as const,
    { kind: 'audience', ...counted } as const,
  ]) {
    await logMilestone(person, uuidv7(), work('x', '2026-08', more), null, now);
  }
  await asOwner(person, (tx) => fillClimb(tx, person.userId, stream.value));
  await asOwner(person, (tx) => fillShowing(tx, person));
  await asOwner(person, (tx) => fillResponse(tx, person.userId));
  await asOwner(person, (tx) => fillAccount(tx, person.userId));
  await asOwner(person, (tx) => fillFiles(tx, person.userId));
  await asSystem((tx) => fillSigningIn(tx, person.userId));
  return person;
}

/** Goals, hours, readers, rungs and rates. */
async function fillClimb(tx: Tx, ownerId: string, streamId: string): Promise<void> {
  const [skillId, audienceId, goalId] = [uuidv7(), uuidv7(), uuidv7()];
  const day = new Date('2026-08-01');
  const level = { levelNames: ['x'], levelMinutes: [1] };
  await tx.skill.create({ data: { ownerId, id: skillId, nameJa: '技', nameKey: '技', ...level } });
  const spent = { ownerId, purpose: 'building', skillId };
  await tx.effort.create({ data: { ...spent, id: uuidv7(), minutes: 60, spentOn: day } });
  await tx.timer.create({ data: { ...spent, id: uuidv7(), startedAt: now } });
  await tx.audience.create({ data: { ownerId, id: audienceId, name: 'X', nameKey: 'x' } });
  await tx.audienceCount.create({ data: { ownerId, audienceId, countedOn: day, followers: 1n } });
  const goal = { measure: 'income_month', currency: 'JPY', target: 1n, position: 0, streamId };
  await tx.goal.create({ data: { ownerId, id: goalId, ...goal } });
  await tx.goalChange.create({ data: { ownerId, id: uuidv7(), goalId, what: 'met', at: now } });
  await tx.ladder.create({ data: { ownerId, currency: 'JPY', rungs: [1n] } });
  await tx.rungMark.create({ data: { ownerId, currency: 'JPY', rung: 1n, markedAt: now } });
  const rate = { currency: 'USD', base: 'JPY', validOn: day, nanos: 150_000_000_000n };
  await tx.exchangeRate.create({ data: { ownerId, ...rate } });
  await tx.pause.create({ data: { ownerId, month: day } });
}

/** An old handle, a name to keep out, a client asked, a share and what was passed over. */
async function fillShowing(tx: Tx, { userId: ownerId, handle }: Viewer): Promise<void> {
  const { id: milestoneId } = await tx.milestone.findFirstOrThrow({
    where: { visibility: 'public' },
  });
  const until = new Date('2100-01-01');
  await tx.oldHandle.create({ data: { ownerId, handle: `${handle}-0`, until } });
  await tx.keptName.create({ data: { ownerId, nameKey: 'x', name: 'x' } });
  await tx.permission.create({ data: { ownerId, milestoneId } });
  const answer = { answeredAt: now, state: 'granted', shownVersion: 1 };
  await tx.permissionAnswer.create({ data: { ownerId, milestoneId, ...answer } });
  const code = handle.slice(-10);
  const network = { network: 'mastodon', server: 'x.example' };
  const share = { code, ...network, language: 'ja', text: 'x', milestoneId };
  await tx.share.create({ data: { ownerId, id: uuidv7(), ...share } });
  await tx.passedOver.create({ data: { ownerId, occasion: 'x', passedAt: now } });
}

/** Visits, an inquiry with its reply, whom not to hear from, and mail. */
async function fillResponse(tx: Tx, ownerId: string): Promise<void> {
  const day = new Date('2026-08-01');
  const [id, unsubscribeCode] = [uuidv7(), uuidv7().replaceAll('-', '').slice(-22)];
  await tx.visitCount.create({ data: { ownerId, id, day, views: 1, visits: 1 } });
  const hash = 'x'.repeat(43);
  // Of this very day: what is older is swept out by whatever test sweeps.
  const at = new Date();
  await asSystem(async (system) => {
    await system.visitor.create({ data: { ownerId, day: at, hash, readId: id, seenAt: at } });
    await system.visitBatch.create({ data: { id, writtenAt: at } });
    await system.visitSalt.createMany({
      data: [{ day: at, salt: new Uint8Array(32), createdAt: at }],
      skipDuplicates: true,
    });
  });
  const from = { arrival: 'form', name: 'x', email: 'x@example.com', subject: 'job' };
  await tx.inquiry.create({ data: { ownerId, id, ...from, language: 'ja', arrivedAt: now } });
  await tx.reply.create({ data: { ownerId, id, inquiryId: id, text: 'x', writtenAt: now } });
  await tx.blockedSender.create({ data: { ownerId, email: 'x@example.com', blockedAt: now } });
  const report = { about: 'inquiry', inquiryId: id, reason: 'spam', reportedAt: now };
  await tx.abuseReport.create({ data: { ownerId, id, ...report } });
  const letter = { occasion: 'x', recipient: 'x@example.com', subject: 'x', text: 'x', html: 'x' };
  await tx.mail.create({ data: { ownerId, id, ...letter, createdAt: now, nextTryAt: now } });
  await tx.mailChoice.create({ data: { ownerId, unsubscribeCode } });
}

/** 64 hexadecimal digits that no other row has. */
function newHash(): string {
  return createHash('sha256').update(uuidv7()).digest('hex');
}

/** Ways in, a change of e-mail under way, what happened, and an invitation. */
async function fillAccount(tx: Tx, ownerId: string): Promise<void> {
  const email = 'x@example.com';
  await tx.emailChange.create({ data: { ownerId, email, requestedAt: now } });
  await tx.totp.create({ data: { ownerId, secret: new Uint8Array(48), createdAt: now } });
  await tx.recoveryCode.create({ data: { ownerId, codeHash: newHash() } });
  const key = { credentialId: newHash(), publicKey: new Uint8Array(1), name: 'x' };
  await tx.passkey.create({ data: { ownerId, id: uuidv7(), ...key, createdAt: now } });
  const account = { provider: 'oidc', subject: newHash(), label: 'x' };
  await tx.identity.create({ data: { ownerId, ...account, linkedAt: now } });
  const event = { what: 'signed_in', device: 'x', place: 'x', detail: 'x' };
  await tx.securityEvent.create({ data: { ownerId, id: uuidv7(), ...event, at: now } });
  const made = { tokenHash: newHash(), createdAt: now, expiresAt: now };
  await tx.invitation.create({ data: { ownerId, id: uuidv7(), note: 'x', ...made } });
}

/** A file that waits, and milestones that came in by one. */
async function fillFiles(tx: Tx, ownerId: string): Promise<void> {
  const [id, name] = [uuidv7(), 'x.csv'];
  await tx.upload.create({ data: { ownerId, id, kind: 'csv', name, bytes: 1n, createdAt: now } });
  await tx.import.create({ data: { ownerId, id, name, rows: 1, createdAt: now } });
  await tx.milestone.updateMany({
    where: { ownerId, visibility: 'private' },
    data: { importId: id },
  });
}

/** A sign-in, and what only the system reads: links, steps, and handles out of use. */
async function fillSigningIn(tx: Tx, ownerId: string): Promise<void> {
  const later = new Date('2100-01-01');
  const session = { id: uuidv7(), tokenHash: newHash(), expiresAt: later };
  await tx.session.create({ data: { ownerId, ...session } });
  const token = { purpose: 'verify', tokenHash: newHash(), email: 'x@example.com' };
  await tx.accountToken.create({
    data: { ownerId, ...token, createdAt: now, expiresAt: later },
  });
  const step = { tokenHash: newHash(), purpose: 'second_factor', expiresAt: later };
  await tx.challenge.create({ data: { ownerId, ...step } });
  await tx.handleHold.create({ data: { handleHash: newHash(), until: later } });
}
