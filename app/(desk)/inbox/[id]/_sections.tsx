import { uuidv7 } from 'uuidv7';
import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import type { Viewer } from '@/lib/auth/viewer';
import type { OpenedInquiry } from '@/lib/inquiry/data';
import { canRestore } from '@/lib/inquiry/income.rules';
import type { Inquiry } from '@/lib/inquiry/state.rules';
import { inLocale } from '@/lib/locale';
import { currencies, formatAmount, localCurrency, writeAmount } from '@/lib/money';
import { paths } from '@/lib/paths';
import { origins, type Stream } from '@/lib/stream/rules';
import { ButtonForm } from '../../_button-form';
import { dayOf } from '../../_moments';
import { logIncome, saveFollowUp, saveOutcome } from '../_actions';
import { outcomeOptions } from '../_words';
import { FollowUpForm } from './_follow-up';
import { OutcomeForm } from './_outcome';

type Income = OpenedInquiry['income'];

/** What became of it, and of work agreed the income. */
export function OutcomeSection(props: {
  inquiry: Inquiry;
  income: Income;
  streams: readonly Stream[];
  viewer: Viewer;
  now: Date;
  t: Texts;
}) {
  const { inquiry, streams, viewer, t } = props;
  const { outcome, outcomeAt, amount, stream } = inquiry;
  return (
    <section className="section">
      <SectionHead
        title={t('inbox.outcome.title')}
        aside={
          outcome && outcomeAt
            ? t('inbox.outcome.since', { day: dayOf(outcomeAt, viewer) })
            : undefined
        }
      />
      <OutcomeForm
        action={saveOutcome}
        id={inquiry.id}
        version={inquiry.version}
        stored={{
          outcome: outcome ?? '',
          amount: amount ? writeAmount(amount) : '',
          currency: amount?.currency ?? localCurrency(viewer.zone),
          stream: (stream && inLocale(stream.name, viewer.locale)) ?? '',
        }}
        outcomes={outcomeOptions(t)}
        currencies={currencies.map((code) => ({ value: code, label: code }))}
        streams={streams
          .filter(({ closedAt }) => closedAt === null)
          .map(({ name }) => inLocale(name, viewer.locale) ?? '')}
        texts={{
          outcome: t('inbox.outcome.outcome'),
          amount: t('inbox.outcome.amount'),
          amountHint: t('inbox.outcome.amountHint'),
          currency: t('inbox.outcome.currency'),
          stream: t('inbox.outcome.stream'),
          streamHint: t('inbox.outcome.streamHint'),
          ...saving(t),
        }}
      />
      <IncomePart {...props} />
    </section>
  );
}

/** The income that work agreed became, or the one press that makes it. */
function IncomePart(props: {
  inquiry: Inquiry;
  income: Income;
  viewer: Viewer;
  now: Date;
  t: Texts;
}) {
  const { inquiry, income, viewer, now, t } = props;
  const { amount, stream } = inquiry;
  if (income && !income.deletedAt) {
    return (
      <p className="inbox-income">
        {t('inbox.income.logged')} <a href={paths.milestone(income.id)}>{t('inbox.income.see')}</a>
      </p>
    );
  }
  if (inquiry.outcome !== 'work_agreed') return null;
  if (income && canRestore(income, now)) {
    return (
      <p className="inbox-income">
        {t('inbox.income.deleted')}{' '}
        <a href={paths.deletedMilestones}>{t('inbox.income.restore')}</a>
      </p>
    );
  }
  if (!amount || !stream) return <p className="soft">{t('inbox.income.needsAmount')}</p>;
  return (
    <div className="inbox-income">
      <p className="figure">
        {t('inbox.income.lead', {
          amount: formatAmount(amount, viewer.locale),
          stream: inLocale(stream.name, viewer.locale) ?? '',
        })}
      </p>
      <ButtonForm
        action={logIncome}
        label={t('inbox.income.log')}
        carried={{ id: inquiry.id, incomeId: uuidv7() }}
      />
      <p className="soft">{t('inbox.income.hint')}</p>
    </div>
  );
}

/** Note, next step, and what they came because of. */
export function FollowUpSection({ inquiry, t }: { inquiry: Inquiry; t: Texts }) {
  return (
    <section className="section">
      <SectionHead title={t('inbox.follow.title')} />
      <FollowUpForm
        action={saveFollowUp}
        id={inquiry.id}
        version={inquiry.version}
        stored={{
          note: inquiry.note,
          nextStep: inquiry.nextStep ?? '',
          nextStepOn: inquiry.nextStepOn ?? '',
          origin: inquiry.origin,
        }}
        origins={origins.map((value) => ({ value, label: t(`streams.origins.${value}`) }))}
        texts={{
          note: t('inbox.follow.note'),
          noteHint: t('inbox.follow.noteHint'),
          nextStep: t('inbox.follow.nextStep'),
          nextStepOn: t('inbox.follow.nextStepOn'),
          origin: t('inbox.follow.origin'),
          originHint: t('inbox.follow.originHint'),
          ...saving(t),
        }}
      />
    </section>
  );
}

function saving(t: Texts) {
  return {
    save: t('desk.save'),
    saving: t('desk.saving'),
    theirs: t('milestones.theirs'),
    theirsHint: t('milestones.theirsHint'),
  };
}
