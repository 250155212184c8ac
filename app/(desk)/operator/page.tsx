import type { Metadata } from 'next';
import { textsIn } from '@/app/_text/texts';
import { EmptyState } from '@/app/_ui/empty-state';
import { Notice } from '@/app/_ui/notice';
import { PageHeader } from '@/app/_ui/page-header';
import { listAccounts } from '@/lib/operator/data';
import { readOperatorQuery } from '@/lib/operator/schema';
import { paths } from '@/lib/paths';
import { Desk } from '../_desk';
import { AccountLine } from './_account';
import { findOneAccount } from './_actions';
import { FindForm } from './_find-form';
import { forOperators, operatorTitle } from './_gate';
import { NewestPager } from './_pager';
import { OperatorTabs } from './_tabs';

export async function generateMetadata(): Promise<Metadata> {
  return operatorTitle('accounts');
}

/** Who has an account, the newest first, or the one that was looked for. */
export default async function AccountsPage(props: PageProps<'/operator'>) {
  return forOperators(async (operator) => {
    const { viewer } = operator;
    const search = await props.searchParams;
    const { account, after } = readOperatorQuery(search);
    const { accounts, next } = await listAccounts(operator, { account, after });
    const t = textsIn(viewer.locale);
    return (
      <Desk viewer={viewer} here="settings">
        <PageHeader title={t('operator.title')} lead={t('operator.accounts.lead')} />
        <OperatorTabs here="accounts" t={t} />
        {search.now === 'suspended' ? <Notice>{t('operator.accounts.nowSuspended')}</Notice> : null}
        {search.now === 'released' ? <Notice>{t('operator.accounts.nowReleased')}</Notice> : null}
        <FindForm
          action={findOneAccount}
          texts={{
            named: t('operator.accounts.named'),
            hint: t('operator.accounts.namedHint'),
            find: t('operator.accounts.find'),
          }}
        />
        {account ? (
          <p className="soft">
            {accounts.length > 0 ? `${t('operator.accounts.one')} ` : null}
            <a href={paths.operator}>{t('operator.accounts.all')}</a>
          </p>
        ) : null}
        {accounts.length === 0 ? (
          <EmptyState title={t('operator.accounts.none')} text={t('operator.accounts.noneText')} />
        ) : (
          <ul className="operator-lines">
            {accounts.map((one) => (
              <AccountLine key={one.id} account={one} viewer={viewer} t={t} />
            ))}
          </ul>
        )}
        <NewestPager
          path={paths.operator}
          after={after}
          next={next}
          texts={{
            pages: t('operator.accounts.pages'),
            older: t('operator.accounts.older'),
            newest: t('operator.accounts.newest'),
          }}
        />
      </Desk>
    );
  });
}
