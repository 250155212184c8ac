/** How long an invitation can be taken up, in days. */
export const invitationDays = 14;

export type InvitationState = 'open' | 'used' | 'expired';

/** Whether an invitation can be taken up at `now`, or why not. */
export function invitationState(
  invitation: { readonly usedAt: Date | null; readonly expiresAt: Date },
  now: Date,
): InvitationState {
  if (invitation.usedAt) return 'used';
  return invitation.expiresAt > now ? 'open' : 'expired';
}
