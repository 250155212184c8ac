import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import type { Viewer } from '@/lib/auth/viewer';
import { getInquirySettings } from '@/lib/inquiry/settings/data';
import type { Inquiry } from '@/lib/inquiry/state.rules';
import { paths } from '@/lib/paths';
import { reportReasons } from '@/lib/report/rules';
import { ButtonForm } from '../../_button-form';
import { dayOf } from '../../_moments';
import { blockOne, closeOne, removeOne, reopenOne, reportOne } from '../_actions';

import { ReportForm } from './_report-form';

type Props = { inquiry: Inquiry; viewer: Viewer; t: Texts };

/** Closing it, and what cannot be taken back: deleting, blocking its sender, reporting it. */
export async function Endings({ inquiry, viewer, t }: Props) {
  const { id, email, arrival, closedAt } = inquiry;
  const { inquiryDays, blocked } = await getInquirySettings(viewer);
  const isBlocked = blocked.some((sender) => sender.email === email);
  return (
    <section className="section section-later">
      <SectionHead title={t('inbox.more')} />
      {closedAt ? (
        <p className="soft">
          {t('inbox.closedHint', { day: dayOf(closedAt, viewer) })}{' '}
          {inquiryDays === null ? null : t('inbox.kept', { days: inquiryDays })}
        </p>
      ) : null}
      <ButtonForm
        action={closedAt ? reopenOne : closeOne}
        label={t(closedAt ? 'inbox.reopen' : 'inbox.close')}
        variant="quiet"
        carried={{ id }}
      />
      {isBlocked && email ? (
        <p>
          {t('inbox.block.blocked', { email })}{' '}
          <a href={paths.inboxSettings}>{t('inbox.block.see')}</a>
        </p>
      ) : null}
      {email && arrival === 'form' && !isBlocked ? (
        <ButtonForm
          action={blockOne}
          label={t('inbox.block.press')}
          variant="danger"
          small
          carried={{ id }}
          asks={{ first: t('inbox.block.first'), lead: t('inbox.block.lead', { email }) }}
        />
      ) : null}
      {arrival === 'form' ? (
        <ReportForm
          action={reportOne}
          id={id}
          reasons={reportReasons.map((value) => ({
            value,
            label: t(`contact.report.reasons.${value}`),
          }))}
          texts={{
            first: t('inbox.report.first'),
            lead: t('inbox.report.lead'),
            reason: t('inbox.report.reason'),
            text: t('inbox.report.text'),
            press: t('inbox.report.press'),
          }}
        />
      ) : null}
      <ButtonForm
        action={removeOne}
        label={t('inbox.remove.press')}
        variant="danger"
        small
        carried={{ id }}
        asks={{ first: t('inbox.remove.first'), lead: t('inbox.remove.lead') }}
      />
    </section>
  );
}
