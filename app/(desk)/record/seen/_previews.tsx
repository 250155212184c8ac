import { textsIn } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import { recordDescribed } from '@/app/u/_document/described';
import type { Viewer } from '@/lib/auth/viewer';
import { locales } from '@/lib/locale';
import { paths, withQuery } from '@/lib/paths';
import type { PublicRecord } from '@/lib/record/public/shape';
import { NetworkCards } from './_network-cards';

/** The very page in each language, and its card as networks show it. */
export function Previews(props: { viewer: Viewer; record: PublicRecord; host: string }) {
  const { viewer, record, host } = props;
  const t = textsIn(viewer.locale);
  return (
    <>
      <section className="section">
        <SectionHead title={t('showing.seen.pages')} />
        <div className="split split-even">
          {locales.map((lang) => (
            <iframe
              key={lang}
              className="preview-frame"
              title={t('showing.seen.preview', { language: t(`showing.seen.language.${lang}`) })}
              src={withQuery(paths.recordPreview, { lang })}
              loading="lazy"
            />
          ))}
        </div>
      </section>
      <section className="section">
        <SectionHead title={t('showing.seen.cards')} />
        <NetworkCards
          viewer={viewer}
          host={host}
          picture={(lang) => withQuery(paths.recordPreviewCard, { lang })}
          says={(lang) => recordDescribed(record, lang)}
          alt={(language) => t('showing.seen.card', { language })}
        />
      </section>
    </>
  );
}
