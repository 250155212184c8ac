import { randomBytes } from 'node:crypto';
import type { Viewer } from '../../auth/viewer';
import { asOwner, asSystem, type Tx } from '../../db';
import { limits } from '../../limits';
import { ok, type Result, refuse } from '../../result';
import { noteEvent } from '../event/row';
import { nowhere, type Whence } from '../event/rules';
import { recoveryBytes, recoveryCode } from './recovery.rules';
import { type Factor, pendingSince, readCode, stepOf, totp } from './rules';
import { recoveryHash, seal, unseal } from './seal';

/** Begins to set two-factor up, with a new secret in the place of one that was never confirmed. */
export async function beginTotp(viewer: Viewer, now: Date): Promise<Result<null, 'two-factor-on'>> {
  const ownerId = viewer.userId;
  const secret = seal('totp secret', randomBytes(totp.secretBytes), ownerId);
  const begun = await asOwner(
    viewer,
    (tx) => tx.$executeRaw`
      INSERT INTO totp (owner_id, secret, created_at) VALUES (${ownerId}::uuid, ${secret}, ${now})
      ON CONFLICT (owner_id) DO UPDATE SET secret = excluded.secret, created_at = excluded.created_at
       WHERE totp.confirmed_at IS NULL`,
  );
  return begun === 1 ? ok(null) : refuse('two-factor-on');
}

/**
 * Turns two-factor on once the app shows the right code, which is spent thereby.
 * @returns the recovery codes, without groups; nobody can read them again
 */
export async function confirmTotp(
  viewer: Viewer,
  typed: string,
  whence: Whence,
  now: Date,
): Promise<Result<string[], 'code-wrong' | 'two-factor-on' | 'missing'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    const row = await tx.totp.findUnique({ where: { ownerId } });
    if (!row) return refuse('missing');
    if (row.confirmedAt) return refuse('two-factor-on');
    if (row.createdAt <= pendingSince(now)) return refuse('missing');
    const code = readCode(typed);
    const secret = unseal('totp secret', row.secret, ownerId);
    const step = code?.factor === 'totp' && stepOf(code.code, secret, row.lastStep, now);
    if (!step) return refuse('code-wrong');
    const confirmed = await tx.totp.updateMany({
      where: { ownerId, confirmedAt: null, secret: row.secret },
      data: { confirmedAt: now, lastStep: step },
    });
    // Another tab confirmed it, or began anew, in between.
    if (confirmed.count === 0) return refuse('code-wrong');
    await noteEvent(tx, ownerId, { what: 'two_factor_on', whence }, now);
    return ok(await makeCodes(tx, ownerId));
  });
}

/** Turns two-factor off, or gives a set-up up; the recovery codes go with it. False: there was none. */
export async function dropTotp(viewer: Viewer, whence: Whence, now: Date): Promise<boolean> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    const dropped = await tx.$queryRaw<{ confirmedAt: Date | null }[]>`
      DELETE FROM totp WHERE owner_id = ${ownerId}::uuid RETURNING confirmed_at AS "confirmedAt"`;
    await tx.recoveryCode.deleteMany({ where: { ownerId } });
    if (!dropped[0]?.confirmedAt) return false;
    await noteEvent(tx, ownerId, { what: 'two_factor_off', whence }, now);
    return true;
  });
}

/** Recovery codes in the place of all before, without groups; refused where two-factor is off. */
export async function remakeCodes(
  viewer: Viewer,
  whence: Whence,
  now: Date,
): Promise<Result<string[], 'missing'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    // Also keeps two tabs from leaving twice as many: one waits here for the other.
    const held = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM totp WHERE owner_id = ${ownerId}::uuid AND confirmed_at IS NOT NULL FOR UPDATE`;
    if (held.length === 0) return refuse('missing');
    await noteEvent(tx, ownerId, { what: 'recovery_codes_made', whence }, now);
    return ok(await makeCodes(tx, ownerId));
  });
}

async function makeCodes(tx: Tx, ownerId: string): Promise<string[]> {
  const codes = Array.from({ length: limits.recoveryCodes }, () =>
    recoveryCode(randomBytes(recoveryBytes)),
  );
  await tx.recoveryCode.deleteMany({ where: { ownerId } });
  const data = codes.map((code) => ({ ownerId, codeHash: recoveryHash(code, ownerId) }));
  await tx.recoveryCode.createMany({ data });
  return codes;
}

/**
 * Whether what was typed proves the second factor of an account, and which; null: it does not. What
 * proved it is spent: of two tabs with one code, the database lets one in. Notes what was wrong, and
 * a recovery code that was used. Counts no tries: whoever asks does.
 */
export async function proveFactor(
  ownerId: string,
  typed: string,
  now: Date,
  whence: Whence = nowhere,
): Promise<Factor | null> {
  const code = readCode(typed);
  return asSystem(async (tx) => {
    const row = await tx.totp.findFirst({ where: { ownerId, confirmedAt: { not: null } } });
    if (!row) return null;
    const isProven =
      code?.factor === 'totp'
        ? await spendStep(tx, row, code.code, now)
        : code !== null && (await spendCode(tx, ownerId, code.code, now));
    if (!code || !isProven) {
      await noteEvent(tx, ownerId, { what: 'factor_failed', whence }, now);
      return null;
    }
    if (code.factor === 'recovery') {
      await noteEvent(tx, ownerId, { what: 'recovery_code_used', whence }, now);
    }
    return code.factor;
  });
}

async function spendStep(
  tx: Tx,
  row: { ownerId: string; secret: Uint8Array; lastStep: bigint },
  code: string,
  now: Date,
): Promise<boolean> {
  const step = stepOf(code, unseal('totp secret', row.secret, row.ownerId), row.lastStep, now);
  if (step === null) return false;
  const spent = await tx.totp.updateMany({
    where: { ownerId: row.ownerId, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return spent.count === 1;
}

async function spendCode(tx: Tx, ownerId: string, code: string, now: Date): Promise<boolean> {
  const spent = await tx.recoveryCode.updateMany({
    where: { ownerId, codeHash: recoveryHash(code, ownerId), usedAt: null },
    data: { usedAt: now },
  });
  return spent.count === 1;
}
