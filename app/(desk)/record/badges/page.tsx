import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { originOf } from '@/app/_server/origin';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { type Texts, textsIn } from '@/app/_text/texts';
import { CopyField } from '@/app/_ui/copy-field';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import { badgeShows } from '@/app/u/_document/badge';
import { paths, withQuery } from '@/lib/paths';
import { getRecord } from '@/lib/record/data';
import { Desk } from '../../_desk';
import { Images } from '../../shares/_images';
import { RecordTabs } from '../_tabs';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('showing.badges.title') };
}

/** What can be put on other pages, and the code to copy for it. */
export default async function BadgesPage() {
  const viewer = await requireViewer();
  const { handle, publishedAt } = await getRecord(viewer);
  const { locale } = viewer;
  const t = textsIn(locale);
  const origin = originOf(await headers());
  const record = origin + paths.publicRecord(handle);
  return (
    <Desk viewer={viewer} here="record">
      <PageHeader title={t('showing.badges.title')} lead={t('showing.badges.lead')} />
      <RecordTabs here="badges" t={t} />
      {publishedAt ? null : <p className="notice">{t('showing.badges.closed')}</p>}
      <section className="section">
        <SectionHead title={t('showing.badges.badge')} />
        <div className="badges">
          {badgeShows.map((show) => {
            const path = withQuery(paths.publicBadge(handle), { show, lang: locale });
            const alt = t(`showing.badges.show.${show}`);
            return (
              <div key={show} className="badge-kind">
                <h3>{alt}</h3>
                {publishedAt ? (
                  // biome-ignore lint/performance/noImgElement: the very picture that stands on other pages
                  <img src={path} alt={alt} />
                ) : null}
                <Codes
                  html={`<a href="${record}"><img src="${origin}${path.replaceAll('&', '&amp;')}" alt="${alt}"></a>`}
                  markdown={`[![${alt}](${origin}${path})](${record})`}
                  name={alt}
                  t={t}
                />
              </div>
            );
          })}
        </div>
      </section>
      <section className="section">
        <SectionHead title={t('showing.badges.embed')} />
        {publishedAt ? (
          <iframe
            className="embed-frame"
            title={t('showing.badges.embed')}
            src={withQuery(paths.publicEmbed(handle), { lang: locale })}
            loading="lazy"
          />
        ) : null}
        <Codes
          html={`<iframe src="${origin}${withQuery(paths.publicEmbed(handle), { lang: locale })}" title="${t('document.brand')}" width="400" height="220" loading="lazy"></iframe>`}
          name={t('showing.badges.embed')}
          t={t}
        />
      </section>
      <section className="section">
        <SectionHead title={t('showing.badges.qr')} />
        <ul className="image-sizes">
          <li>
            <a href={paths.publicQrSvg(handle)} download="jisseki-qr.svg">
              {t('showing.badges.qrSvg')}
            </a>
          </li>
          <li>
            <a href={paths.publicQrPng(handle)} download="jisseki-qr.png">
              {t('showing.badges.qrPng')}
            </a>
          </li>
        </ul>
        <SectionHead title={t('showing.badges.images')} />
        <Images handle={handle} language={locale} t={t} />
      </section>
    </Desk>
  );
}

function Codes(props: { html: string; markdown?: string; name: string; t: Texts }) {
  const { html, markdown, name, t } = props;
  const texts = { copy: t('showing.badges.copy'), copied: t('showing.badges.copied') };
  return (
    <>
      <CopyField
        label={`${t('showing.badges.html')} (${name})`}
        value={html}
        rows={2}
        texts={texts}
      />
      {markdown ? (
        <CopyField
          label={`${t('showing.badges.markdown')} (${name})`}
          value={markdown}
          rows={2}
          texts={texts}
        />
      ) : null}
    </>
  );
}
