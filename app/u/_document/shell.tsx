import type { ReactNode } from 'react';
import type { Asked } from '@/app/_server/document';
import { documentStyle } from '@/app/_server/document-style';
import { type Place, placeOf } from '@/app/_server/place';
import { textsIn } from '@/app/_text/texts';
import { type Locale, locales } from '@/lib/locale';
import { Copied, CopyPolicy } from './copied';
import { DataLinks } from './data-links';
import { type Head, HeadLinks } from './head-links';
import { SealSymbols, Stamp } from './seals';
import { ReportLink } from './write';

const names: Record<Locale, string> = { ja: '日本語', en: 'English' };

/** One public HTML document: head, the bar with the languages, `children`, foot. No script. */
export function Shell(props: { asked: Asked; head?: Head; title: string; children: ReactNode }) {
  const { asked, head, title, children } = props;
  const t = textsIn(asked.locale);
  const place = placeOf(asked, head?.handle ?? '');
  const known = head && place.known(head.spot);
  return (
    <html lang={asked.locale}>
      <head>
        <meta charSet="utf-8" />
        <CopyPolicy place={place} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={place.link({ at: 'icon' })} type="image/svg+xml" />
        <title>{title}</title>
        {head ? (
          <HeadLinks {...{ asked, head, place }} />
        ) : (
          <meta name="robots" content="noindex" />
        )}
        {head ? <JsonLd text={head.jsonLd} /> : null}
        <Style />
      </head>
      <body>
        <SealSymbols />
        <div className="record">
          <header className="record-top">
            <Home place={place}>
              <Stamp grade="solid" />
              {t('document.brand')}
            </Home>
            {head ? <Languages {...{ asked, head, place }} /> : null}
          </header>
          {children}
          <footer className="record-foot">
            <p>{t('document.brandLine')}</p>
            {known ? <p className="print-only">{known}</p> : null}
            {head ? <Copied spot={head.spot} place={place} locale={asked.locale} /> : null}
            {head?.data ? <DataLinks place={place} {...head.data} locale={asked.locale} /> : null}
            {head ? <ReportLink place={place} locale={asked.locale} /> : null}
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

/** The way to the app; in a copy the same without one. */
function Home({ place, children }: { place: Place; children: ReactNode }) {
  const home = place.link({ at: 'home' });
  return home ? (
    <a className="wordmark" href={home}>
      {children}
    </a>
  ) : (
    <span className="wordmark">{children}</span>
  );
}

function Languages({ asked, head, place }: { asked: Asked; head: Head; place: Place }) {
  const t = textsIn(asked.locale);
  return (
    <nav className="record-languages" aria-label={t('document.languages')}>
      {locales.map((lang) =>
        lang === asked.locale ? (
          <span key={lang} lang={lang} aria-current="true">
            {names[lang]}
          </span>
        ) : (
          <a key={lang} href={place.link(head.spot, lang)} hrefLang={lang} lang={lang}>
            {names[lang]}
          </a>
        ),
      )}
    </nav>
  );
}
