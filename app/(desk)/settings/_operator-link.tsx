import { standingOf } from '@/app/_server/operator';
import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import type { Viewer } from '@/lib/auth/viewer';
import { paths } from '@/lib/paths';

/** The way to the operator's pages, for whoever OPERATORS names; nothing for anyone else. */
export async function OperatorLink({ viewer, t }: { viewer: Viewer; t: Texts }) {
  if (!(await standingOf(viewer))) return null;
  return (
    <section className="section">
      <SectionHead title={t('operator.title')} />
      <p>
        {t('operator.linkLead')} <a href={paths.operator}>{t('operator.link')}</a>
      </p>
    </section>
  );
}
