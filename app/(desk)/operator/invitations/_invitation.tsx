import type { Texts } from '@/app/_text/texts';
import { Pill } from '@/app/_ui/pill';
import { invitationState } from '@/lib/account/invitation/rules';
import type { Viewer } from '@/lib/auth/viewer';
import type { Invitation } from '@/lib/operator/invitation/data';
import { ButtonForm } from '../../_button-form';
import { dayOf } from '../../_moments';
import { revokeOne } from './_actions';

/** One invitation: for whom, whether it was taken up, and the way to take it back. */
export function InvitationLine(props: {
  invitation: Invitation;
  now: Date;
  viewer: Viewer;
  t: Texts;
}) {
  const { invitation, now, viewer, t } = props;
  const { ownerId, id, by, usedAt, expiresAt, createdAt } = invitation;
  const state = invitationState(invitation, now);
  const note = invitation.note || t('operator.invitations.unnamed');
  return (
    <li className="operator-line">
      <h3>
        <bdi>{note}</bdi>
      </h3>
      <p>
        <Pill>{t(`operator.invitations.state.${state}`)}</Pill>{' '}
        <span className="soft">
          {usedAt
            ? t('operator.invitations.used', { day: dayOf(usedAt, viewer) })
            : t('operator.invitations.until', { day: dayOf(expiresAt, viewer) })}
          {' · '}
          {t('operator.invitations.by', { handle: by, day: dayOf(createdAt, viewer) })}
        </span>
      </p>
      {state === 'open' ? (
        <ButtonForm
          action={revokeOne}
          label={t('operator.invitations.revoke', { note })}
          carried={{ ownerId, id }}
          variant="quiet"
          small
        />
      ) : null}
    </li>
  );
}
