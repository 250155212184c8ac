import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import type { Viewer } from '@/lib/auth/viewer';
import type { OwnRecord } from '@/lib/record/data';
import { dayOf } from '../_moments';

/** That an operator keeps the record closed, since when, and what they say of it. */
export function Suspended(props: {
  suspension: NonNullable<OwnRecord['suspension']>;
  viewer: Viewer;
  t: Texts;
}) {
  const { suspension, viewer, t } = props;
  return (
    <section className="section">
      <SectionHead title={t('operator.record.title')} />
      <p>{t('operator.record.text', { day: dayOf(suspension.since, viewer) })}</p>
      <blockquote className="operator-words">{suspension.words}</blockquote>
    </section>
  );
}
