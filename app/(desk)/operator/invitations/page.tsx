import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { originOf } from '@/app/_server/origin';
import { type Texts, textsIn } from '@/app/_text/texts';
import { CopyField } from '@/app/_ui/copy-field';
import { EmptyState } from '@/app/_ui/empty-state';
import { Notice } from '@/app/_ui/notice';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import { isToken } from '@/lib/account/token/rules';
import { env } from '@/lib/env';
import { listInvitations } from '@/lib/operator/invitation/data';
import { readOperatorQuery } from '@/lib/operator/schema';
import { paths } from '@/lib/paths';
import { Desk } from '../../_desk';
import { forOperators, operatorTitle } from '../_gate';
import { NewestPager } from '../_pager';
import { OperatorTabs } from '../_tabs';
import { makeOne } from './_actions';
import { InvitationForm } from './_form';
import { InvitationLine } from './_invitation';
import { madeLately } from './_made';

export async function generateMetadata(): Promise<Metadata> {
  return operatorTitle('invitations');
}

/** Whom operators let sign up: a new invitation, and what became of those there are. */
export default async function InvitationsPage(props: PageProps<'/operator/invitations'>) {
  return forOperators(async (operator) => {
    const { viewer } = operator;
    const search = await props.searchParams;
    const { after } = readOperatorQuery(search);
    const { invitations, next } = await listInvitations(operator, after ?? null);
    const now = new Date();
    const t = textsIn(viewer.locale);
    return (
      <Desk viewer={viewer} here="settings">
        <PageHeader title={t('operator.tabs.invitations')} lead={t('operator.invitations.lead')} />
        <OperatorTabs here="invitations" t={t} />
        {search.now === 'made' ? <Made t={t} /> : null}
        {search.now === 'revoked' ? <Notice>{t('operator.invitations.nowRevoked')}</Notice> : null}
        <section className="section">
          <SectionHead title={t('operator.invitations.make')} />
          <Door t={t} />
          <InvitationForm
            action={makeOne}
            texts={{
              note: t('operator.invitations.note'),
              hint: t('operator.invitations.noteHint'),
              make: t('operator.invitations.make'),
              making: t('operator.invitations.making'),
            }}
          />
        </section>
        <section className="section">
          <SectionHead title={t('operator.tabs.invitations')} />
          {invitations.length === 0 ? (
            <EmptyState
              title={t('operator.invitations.noneTitle')}
              text={t('operator.invitations.noneText')}
            />
          ) : (
            <ul className="operator-lines">
              {invitations.map((one) => (
                <InvitationLine key={one.id} invitation={one} now={now} viewer={viewer} t={t} />
              ))}
            </ul>
          )}
        </section>
        <NewestPager
          path={paths.operatorInvitations}
          after={after}
          next={next}
          texts={{
            pages: t('operator.invitations.pages'),
            older: t('operator.invitations.older'),
            newest: t('operator.invitations.newest'),
          }}
        />
      </Desk>
    );
  });
}

/** Where SIGNUP takes no invitation, they help nobody. */
function Door({ t }: { t: Texts }) {
  const { SIGNUP } = env();
  if (SIGNUP === 'invite') return null;
  return <p>{t(`operator.invitations.${SIGNUP === 'open' ? 'notNeeded' : 'inVain'}`)}</p>;
}

/** The link of the invitation just made, for the minutes in which the browser still has it. */
async function Made({ t }: { t: Texts }) {
  const token = await madeLately();
  return (
    <>
      <Notice>{t('operator.invitations.nowMade')}</Notice>
      {isToken(token) ? (
        <CopyField
          label={t('operator.invitations.link')}
          value={originOf(await headers()) + paths.invited(token)}
          hint={t('operator.invitations.linkHint')}
          texts={{ copy: t('operator.invitations.copy'), copied: t('operator.invitations.copied') }}
        />
      ) : null}
    </>
  );
}
