import type { Asked } from '@/app/_server/document';
import { textsIn } from '@/app/_text/texts';
import { Seal } from '@/app/_ui/seal';
import { paths, withQuery } from '@/lib/paths';
import type { PublicRecord } from '@/lib/record/public/shape';
import { truncate } from '@/lib/text';
import { embedCss } from './embed-style';
import { isHolding, standingClaim, standingOf, standingSince } from './income';
import { figureOf, Words } from './milestone-parts';
import { happenedOn, newestOf, say, titleOf } from './words';

/** `/u/<handle>/embed`: who, how far and what came last, in a frame on another site. One link, outwards. */
export function Embed({ record, asked }: { record: PublicRecord; asked: Asked }) {
  const { locale, chosen, origin } = asked;
  const t = textsIn(locale);
  const rung = standingOf(record);
  const headline = say(record.headline, locale);
  const [newest] = newestOf(record);
  const href = origin + withQuery(paths.publicRecord(record.handle), { lang: chosen });
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="canonical" href={href} />
        <title>{record.displayName}</title>
        <Style />
      </head>
      <body>
        <main>
          <a href={href} target="_blank" rel="noopener">
            <header>
              <div>
                <h1>
                  <bdi>{record.displayName}</bdi>
                </h1>
                {rung ? (
                  <p className="soft">
                    {isHolding(rung.held) ? t('document.heldNow') : t('document.reached')}{' '}
                    {standingSince(rung, locale)}
                  </p>
                ) : null}
              </div>
              <Seal grade={isHolding(rung?.held) ? 'solid' : 'outline'} />
            </header>
            {rung ? <p className="claim">{standingClaim(rung, locale)}</p> : null}
            {!rung && headline ? (
              <p>
                <Words said={{ ...headline, text: truncate(headline.text, 80) }} locale={locale} />
              </p>
            ) : null}
            {newest ? (
              <p className="newest">
                <span className="soft">
                  {happenedOn(newest, locale)} · {t(`kinds.${newest.kind}`)}
                </span>
                <br />
                <Words said={shortened(titleOf(newest, locale))} locale={locale} />{' '}
                {figureOf(newest, locale, 'brief')}
              </p>
            ) : null}
            <footer>
              <span>{t('document.openRecord')}</span>
              {record.isExample ? `Jisseki · ${t('document.exampleTitle')}` : 'Jisseki'}
            </footer>
          </a>
        </main>
      </body>
    </html>
  );
}

function shortened<T extends { text: string }>(said: T): T {
  return { ...said, text: truncate(said.text, 60) };
}

function Style() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheet, which must not be escaped
  return <style dangerouslySetInnerHTML={{ __html: embedCss() }} />;
}
