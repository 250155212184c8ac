import { uuidv7 } from 'uuidv7';
import type { Texts } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { Ledger, LedgerRow } from '@/app/_ui/ledger';
import { Notice } from '@/app/_ui/notice';
import { SectionHead } from '@/app/_ui/page-header';
import { formatMonth } from '@/lib/calendar';
import { inLocale, type Locale } from '@/lib/locale';
import { formatAmount, writeAmount } from '@/lib/money';
import { paths, withQuery } from '@/lib/paths';
import type { Proposal } from '@/lib/stream/recurring.rules';
import { fieldsOf, type proposalPlaces } from '@/lib/stream/recurring.schema';
import type { Stream } from '@/lib/stream/rules';
import { confirmProposal } from './_actions';

type Shared = {
  streams: readonly Pick<Stream, 'id' | 'name'>[];
  /** The page it stands on, which its confirmation leads back to with `?saved=<id>`. */
  at: (typeof proposalPlaces)[number];
  locale: Locale;
  t: Texts;
};

/** What is probably still to be logged this month; nothing where nothing is. */
export function Proposals(props: { proposals: readonly Proposal[] } & Shared) {
  const { proposals, ...shared } = props;
  const { locale, t } = shared;
  const [first] = proposals;
  if (!first) return null;
  return (
    <section className="section">
      <SectionHead title={t('streams.due', { month: formatMonth(first.month, locale) })} />
      <p className="soft proposals-lead">{t('streams.dueLead')}</p>
      <Ledger>
        {proposals.map((proposal) => (
          <ProposalRow
            key={`${proposal.streamId} ${proposal.income.currency}`}
            proposal={proposal}
            {...shared}
          />
        ))}
      </Ledger>
    </section>
  );
}

/** One proposal as a line of a `Ledger`: what would be logged, and the one press that logs it. */
export function ProposalRow(props: { proposal: Proposal } & Shared) {
  const { proposal, streams, at, locale, t } = props;
  const { streamId, month, income } = proposal;
  const { currency, fees, costs } = income;
  const named = streams.find(({ id }) => id === streamId);
  const stream = (named && inLocale(named.name, locale)) ?? '';
  const shown = (minor: bigint) => formatAmount({ minor, currency }, locale);
  const typed = (minor: bigint | null) =>
    minor === null ? undefined : writeAmount({ minor, currency });
  const notes = [
    t('streams.asLastMonth'),
    fees === null ? null : t('streams.feesOf', { amount: shown(fees) }),
    costs === null ? null : t('streams.costsOf', { amount: shown(costs) }),
  ];
  return (
    <LedgerRow
      date={formatMonth(month, locale)}
      dateTime={month}
      kind="income"
      kindLabel={t('kinds.income')}
      title={stream}
      href={paths.stream(streamId)}
      amount={shown(income.minor)}
      note={notes.filter(Boolean).join(' · ')}
      actions={
        <form action={confirmProposal} className="actions">
          {Object.entries({ id: uuidv7(), at, ...fieldsOf(proposal) }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button small>
            <span>
              {t('streams.confirm', { amount: shown(income.minor) })}
              <span className="hidden-text">{t('streams.confirmFor', { stream })}</span>
            </span>
          </Button>
          <a
            className="quiet-link"
            href={withQuery(paths.newMilestone, {
              kind: 'income',
              stream: streamId,
              month,
              currency,
              amount: typed(income.minor),
              fees: typed(fees),
              costs: typed(costs),
            })}
          >
            {t('streams.otherAmount')}
            <span className="hidden-text">{t('streams.confirmFor', { stream })}</span>
          </a>
        </form>
      }
    />
  );
}

/** Why a confirmation logged nothing, by the address it led to; what was logged says `LastChange`. */
export function ProposalRefusal(props: { search: { now?: string | string[] }; t: Texts }) {
  const { search, t } = props;
  if (search.now === 'gone') return <Notice>{t('streams.now.gone')}</Notice>;
  return search.now === 'full' ? <Notice>{t('errors.too-many-milestones')}</Notice> : null;
}
