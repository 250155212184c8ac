import type { Way } from '../account/session/rules';

/** What the store knows of somebody who may be an operator. */
export type Proof = {
  readonly email: string;
  readonly emailVerifiedAt: Date | null;
  /** Since when an authenticator's code is asked for; null: it is not. */
  readonly totpSince: Date | null;
  readonly hasPasskey: boolean;
  /** How the session that asks began. */
  readonly way: Way | null;
  readonly beganAt: Date | null;
};

/** What an operator has to do first: verify the e-mail, set up a second factor, sign in with it. */
export type Lacking = 'email' | 'factor' | 'session';

/**
 * What somebody whom OPERATORS names lacks. To have a second factor is not enough: a password alone
 * still signs in where the other way is a passkey, and so did it before an authenticator was set up.
 */
export function lacking({ emailVerifiedAt, totpSince, hasPasskey, ...session }: Proof): Lacking[] {
  const { way, beganAt } = session;
  const isAsked = totpSince !== null && beganAt !== null && beganAt >= totpSince;
  const lacks: Lacking[] = emailVerifiedAt ? [] : ['email'];
  if (totpSince === null && !hasPasskey) return [...lacks, 'factor'];
  return way === 'passkey' || isAsked ? lacks : [...lacks, 'session'];
}

/** An account as operators see it: who it is and how much it keeps, nothing of what. */
export type Account = {
  readonly id: string;
  readonly handle: string;
  readonly email: string;
  readonly createdAt: Date;
  /** By the sign-ins that are open; null: none is. */
  readonly lastSeenAt: Date | null;
  /** How many rows it keeps, the private and the deleted ones included. */
  readonly milestones: number;
  readonly shares: number;
  readonly inquiries: number;
  readonly publishedAt: Date | null;
  readonly suspendedAt: Date | null;
  /** What its owner was told. */
  readonly suspendedFor: string;
  /** When it goes, as its owner asked. */
  readonly deleteAt: Date | null;
};
