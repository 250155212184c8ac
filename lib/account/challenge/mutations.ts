import type { Prisma } from '@/generated/prisma/client';
import { newSecret, secretHash } from '../../auth/token';
import { asSystem } from '../../db';
import { type ChallengePurpose, challengeLife } from './rules';

/** A step that waits: whose it is where that is known, and what its maker put there. */
export type Challenge = { readonly ownerId: string | null; readonly data: unknown };

/**
 * Begins a step that one later request answers, and sweeps out steps that nobody answered.
 * @returns the secret for the browser's cookie
 */
export async function openChallenge(
  purpose: ChallengePurpose,
  of: { ownerId?: string; data?: Prisma.InputJsonObject },
  now: Date,
): Promise<string> {
  const secret = newSecret();
  await asSystem(async (tx) => {
    await tx.$executeRaw`
      DELETE FROM challenge WHERE token_hash IN (
        SELECT token_hash FROM challenge WHERE expires_at <= ${now}
        LIMIT 20 FOR UPDATE SKIP LOCKED)`;
    await tx.challenge.create({
      data: {
        tokenHash: secretHash(secret),
        purpose,
        ownerId: of.ownerId ?? null,
        data: of.data ?? {},
        expiresAt: new Date(now.getTime() + challengeLife[purpose] * 1000),
      },
    });
  });
  return secret;
}

/** The step that waits behind a cookie's secret, left waiting; null: none of that purpose. */
export async function findChallenge(
  secret: string,
  purpose: ChallengePurpose,
  now: Date,
): Promise<Challenge | null> {
  return asSystem((tx) =>
    tx.challenge.findFirst({
      where: { tokenHash: secretHash(secret), purpose, expiresAt: { gt: now } },
      select: { ownerId: true, data: true },
    }),
  );
}

/** Takes the step out to answer it: of two that try at once, the database lets one. */
export async function takeChallenge(
  secret: string,
  purpose: ChallengePurpose,
  now: Date,
): Promise<Challenge | null> {
  const rows = await asSystem(
    (tx) => tx.$queryRaw<Challenge[]>`
      DELETE FROM challenge
       WHERE token_hash = ${secretHash(secret)} AND purpose = ${purpose} AND expires_at > ${now}
      RETURNING owner_id AS "ownerId", data`,
  );
  return rows[0] ?? null;
}
