import { textsIn } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';
import { paths, withQuery } from '@/lib/paths';

export type RecordData = { readonly handle: string; readonly hasFeeds: boolean };

/** The record's other documents, for programs: in the head of the page. */
export function FeedLinks(props: { data: RecordData; origin: string; locale: Locale }) {
  const { data, origin, locale } = props;
  const feed = (path: string) => origin + withQuery(path, { lang: locale });
  return (
    <>
      <link
        rel="alternate"
        type="application/json"
        href={origin + paths.publicRecordJson(data.handle)}
      />
      {data.hasFeeds ? (
        <>
          <link
            rel="alternate"
            type="application/atom+xml"
            href={feed(paths.publicFeedXml(data.handle))}
          />
          <link
            rel="alternate"
            type="application/feed+json"
            href={feed(paths.publicFeedJson(data.handle))}
          />
        </>
      ) : null}
    </>
  );
}

/** The same for readers, small at the foot. */
export function DataLinks({ data, locale }: { data: RecordData; locale: Locale }) {
  const t = textsIn(locale);
  const { handle, hasFeeds } = data;
  return (
    <nav className="data-links" aria-label={t('document.dataLinks')}>
      {hasFeeds ? <a href={paths.publicFeedXml(handle)}>{t('document.feed')}</a> : null}
      <a href={paths.publicRecordJson(handle)}>{t('document.json')}</a>
      <a href={paths.publicResume(handle)}>{t('document.resume')}</a>
      <a href={paths.publicQrSvg(handle)}>{t('document.qr')}</a>
    </nav>
  );
}
