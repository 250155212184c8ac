import type { Texts } from '@/app/_text/texts';
import { Pill } from '@/app/_ui/pill';
import type { Viewer } from '@/lib/auth/viewer';
import type { Report } from '@/lib/operator/report/data';
import { paths, withQuery } from '@/lib/paths';
import { ButtonForm } from '../../_button-form';
import { momentOf } from '../../_moments';
import { handleOne } from './_actions';

/** One report: of what, why, in whose words, and the ways on. */
export function ReportLine(props: { report: Report; viewer: Viewer; t: Texts }) {
  const { report, viewer, t } = props;
  const { ownerId, id, about, handle, handledAt } = report;
  return (
    <li className="operator-line">
      <h2>{t(about === 'record' ? 'operator.reports.of' : 'operator.reports.by', { handle })}</h2>
      <p>
        <Pill>{t(`operator.reports.about.${about}`)}</Pill>{' '}
        <Pill>{t(`contact.report.reasons.${report.reason}`)}</Pill>{' '}
        {report.isSuspended ? <Pill>{t('operator.accounts.suspended')}</Pill> : null}
      </p>
      {report.text ? (
        <blockquote className="operator-words">{report.text}</blockquote>
      ) : (
        <p className="soft">{t('operator.reports.noWords')}</p>
      )}
      <p className="soft">
        {t('operator.reports.reported', { when: momentOf(report.reportedAt, viewer) })}
        {handledAt
          ? ` · ${t('operator.reports.handled', { when: momentOf(handledAt, viewer) })}`
          : null}
      </p>
      <p className="operator-ways">
        <a href={withQuery(paths.operator, { account: ownerId })}>
          {t('operator.reports.account', { handle })}
        </a>
        {about === 'record' && report.isPublished ? (
          <a href={paths.publicRecord(handle)}>{t('operator.reports.open')}</a>
        ) : null}
      </p>
      {handledAt ? null : (
        <ButtonForm
          action={handleOne}
          label={t('operator.reports.handle')}
          carried={{ ownerId, id }}
          variant="quiet"
          small
        />
      )}
    </li>
  );
}
