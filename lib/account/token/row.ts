import { newSecret, secretHash } from '../../auth/token';
import { type Tx, takeTurn } from '../../db';
import { isToken, type TokenPurpose, tokenEnd } from './rules';

/**
 * A token for a letter to `email`, in the place of the one of that purpose before. The table knows its
 * hash alone.
 */
export async function issueToken(
  tx: Tx,
  ownerId: string,
  purpose: TokenPurpose,
  email: string,
  now: Date,
): Promise<string> {
  const token = newSecret();
  const data = {
    tokenHash: secretHash(token),
    email,
    createdAt: now,
    expiresAt: tokenEnd(purpose, now),
  };
  await tx.accountToken.upsert({
    where: { ownerId_purpose: { ownerId, purpose } },
    create: { ownerId, purpose, ...data },
    update: data,
  });
  return token;
}

/** Whose live token this is, without using it up; null: nobody's. */
export async function findToken(
  tx: Tx,
  token: string,
  purpose: TokenPurpose,
  now: Date,
): Promise<{ ownerId: string; email: string } | null> {
  if (!isToken(token)) return null;
  return tx.accountToken.findFirst({
    where: { tokenHash: secretHash(token), purpose, expiresAt: { gt: now } },
    select: { ownerId: true, email: true },
  });
}

/**
 * Uses a token up: of two that try at once, the database lets one. Null: it was nobody's, or too old.
 * What goes with it has the owner's turn, so that two links of one account never wait for each other.
 */
export async function consumeToken(
  tx: Tx,
  token: string,
  purpose: TokenPurpose,
  now: Date,
): Promise<{ ownerId: string; email: string } | null> {
  const found = await findToken(tx, token, purpose, now);
  if (!found) return null;
  await takeTurn(tx, found.ownerId);
  const rows = await tx.$queryRaw<{ ownerId: string; email: string }[]>`
    DELETE FROM account_token
     WHERE token_hash = ${secretHash(token)} AND purpose = ${purpose} AND expires_at > ${now}
    RETURNING owner_id AS "ownerId", email`;
  return rows[0] ?? null;
}
