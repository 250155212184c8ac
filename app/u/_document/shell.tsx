import type { ReactNode } from 'react';
import type { Asked } from '@/app/_server/document';
import { documentStyle } from '@/app/_server/document-style';
import { textsIn } from '@/app/_text/texts';
import { type Locale, locales } from '@/lib/locale';
import { paths, withQuery } from '@/lib/paths';
import { DataLinks, FeedLinks, type RecordData } from './data-links';
import { SealSymbols, Stamp } from './seals';
import { ReportLink } from './write';

export type Head = {
  readonly title: string;
  readonly description: string;
  /** Path of the document and the parameters that are part of its address, the language apart. */
  readonly path: string;
  readonly query?: Record<string, string | undefined>;
  readonly type: 'profile' | 'article';
  readonly image: string;
  readonly imageAlt: string;
  /** False: search engines shall not list it. */
  readonly isIndexed: boolean;
  /** The document in schema.org's words, safe to stand in a script element. */
  readonly jsonLd: string;
  /** Whose it is: what can be reported. */
  readonly handle: string;
  /** Of a record: what else there is of it. */
  readonly data?: RecordData;
};

const names: Record<Locale, string> = { ja: '日本語', en: 'English' };

/** One public HTML document: head, the bar with the languages, `children`, foot. No script. */
export function Shell(props: { asked: Asked; head?: Head; title: string; children: ReactNode }) {
  const { asked, head, title, children } = props;
  const t = textsIn(asked.locale);
  return (
    <html lang={asked.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <title>{title}</title>
        {head ? <HeadLinks asked={asked} head={head} /> : <meta name="robots" content="noindex" />}
        {head ? <JsonLd text={head.jsonLd} /> : null}
        <Style />
      </head>
      <body>
        <SealSymbols />
        <div className="record">
          <header className="record-top">
            <a className="wordmark" href={paths.home}>
              <Stamp grade="solid" />
              {t('document.brand')}
            </a>
            {head ? <Languages asked={asked} head={head} /> : null}
          </header>
          {children}
          <footer className="record-foot">
            <p>{t('document.brandLine')}</p>
            {head ? <p className="print-only">{asked.origin + head.path}</p> : null}
            {head?.data ? <DataLinks data={head.data} locale={asked.locale} /> : null}
            {head ? <ReportLink handle={head.handle} asked={asked} /> : null}
          </footer>
        </div>
      </body>
    </html>
  );
}

function Style() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheet, which must not be escaped
  return <style dangerouslySetInnerHTML={{ __html: documentStyle().css }} />;
}

function JsonLd({ text }: { text: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: data that was escaped for this very place
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />;
}

function HeadLinks({ asked, head }: { asked: Asked; head: Head }) {
  const { locale, chosen, origin } = asked;
  const address = (lang?: string) => origin + withQuery(head.path, { ...head.query, lang });
  const image = origin + withQuery(head.image, { lang: locale });
  return (
    <>
      <meta name="description" content={head.description} />
      {head.isIndexed ? null : <meta name="robots" content="noindex" />}
      <link rel="canonical" href={address(chosen)} />
      {locales.map((lang) => (
        <link key={lang} rel="alternate" hrefLang={lang} href={address(lang)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={address()} />
      {head.data ? <FeedLinks data={head.data} origin={origin} locale={locale} /> : null}
      <meta property="og:type" content={head.type} />
      <meta property="og:site_name" content="Jisseki" />
      <meta property="og:title" content={head.title} />
      <meta property="og:description" content={head.description} />
      <meta property="og:url" content={address(chosen)} />
      <meta property="og:locale" content={locale === 'ja' ? 'ja_JP' : 'en_US'} />
      <meta property="og:image" content={image} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={head.imageAlt} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

function Languages({ asked, head }: { asked: Asked; head: Head }) {
  const t = textsIn(asked.locale);
  return (
    <nav className="record-languages" aria-label={t('document.languages')}>
      {locales.map((lang) =>
        lang === asked.locale ? (
          <span key={lang} lang={lang} aria-current="true">
            {names[lang]}
          </span>
        ) : (
          <a
            key={lang}
            href={withQuery(head.path, { s: asked.share, ...head.query, lang })}
            hrefLang={lang}
            lang={lang}
          >
            {names[lang]}
          </a>
        ),
      )}
    </nav>
  );
}
