import type { Texts } from '@/app/_text/texts';
import { Pill } from '@/app/_ui/pill';
import type { Viewer } from '@/lib/auth/viewer';
import type { Account } from '@/lib/operator/rules';
import { paths } from '@/lib/paths';
import { ButtonForm } from '../_button-form';
import { dayOf } from '../_moments';
import { releaseOne, suspendOne } from './_actions';
import { SuspendForm } from './_suspend-form';

/** One account: who it is, how it stands, how much it keeps, and the way to close its record. */
export function AccountLine(props: { account: Account; viewer: Viewer; t: Texts }) {
  const { account, viewer, t } = props;
  const { handle, email, publishedAt, suspendedAt, deleteAt } = account;
  const state = suspendedAt ? 'suspended' : publishedAt ? 'published' : 'closed';
  return (
    <li className="operator-line">
      <h2>{publishedAt ? <a href={paths.publicRecord(handle)}>{handle}</a> : handle}</h2>
      <p>
        <Pill>{t(`operator.accounts.${state}`)}</Pill>{' '}
        {deleteAt ? (
          <Pill>{t('operator.accounts.goes', { day: dayOf(deleteAt, viewer) })}</Pill>
        ) : null}
      </p>
      <p>
        <bdi>{email}</bdi>
      </p>
      <p className="soft">{factsOf(account, viewer, t)}</p>
      {suspendedAt ? (
        <>
          <p>{t('operator.accounts.told', { day: dayOf(suspendedAt, viewer) })}</p>
          <blockquote className="operator-words">{account.suspendedFor}</blockquote>
          <ButtonForm
            action={releaseOne}
            label={t('operator.accounts.release', { handle })}
            carried={{ ownerId: account.id }}
            variant="quiet"
            small
          />
        </>
      ) : (
        <SuspendForm
          action={suspendOne}
          ownerId={account.id}
          texts={{
            first: t('operator.accounts.suspend', { handle }),
            lead: t('operator.accounts.suspendLead'),
            words: t('operator.accounts.words'),
            hint: t('operator.accounts.wordsHint'),
            press: t('operator.accounts.press'),
            pressing: t('operator.accounts.pressing'),
          }}
        />
      )}
    </li>
  );
}

function factsOf(account: Account, viewer: Viewer, t: Texts): string {
  const { createdAt, lastSeenAt, milestones, shares, inquiries } = account;
  return [
    t('operator.accounts.since', { day: dayOf(createdAt, viewer) }),
    lastSeenAt
      ? t('operator.accounts.seen', { day: dayOf(lastSeenAt, viewer) })
      : t('operator.accounts.unseen'),
    t('operator.accounts.milestones', { count: milestones }),
    t('operator.accounts.shares', { count: shares }),
    t('operator.accounts.inquiries', { count: inquiries }),
  ].join(' · ');
}
