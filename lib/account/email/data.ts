import type { Viewer } from '../../auth/viewer';
import { asOwner } from '../../db';
import { tokenEnd } from '../token/rules';

/** The e-mail of an account, and the one that may take its place. */
export type EmailState = {
  readonly email: string;
  /** Whether it was shown that letters to it reach its owner. */
  readonly isVerified: boolean;
  /** What both addresses are asked about, and until when; null: nothing. */
  readonly change: { readonly email: string; readonly until: Date } | null;
};

export async function getEmailState(viewer: Viewer, now: Date): Promise<EmailState> {
  const { email, emailVerifiedAt, emailChange } = await asOwner(viewer, (tx) =>
    tx.user.findUniqueOrThrow({
      where: { id: viewer.userId },
      select: { email: true, emailVerifiedAt: true, emailChange: true },
    }),
  );
  const until = emailChange && tokenEnd('new_email', emailChange.requestedAt);
  const change = until && until > now ? { email: emailChange.email, until } : null;
  return { email, isVerified: emailVerifiedAt !== null, change };
}
