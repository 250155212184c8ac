import { textsIn } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import type { Viewer } from '@/lib/auth/viewer';
import { inLocale, locales } from '@/lib/locale';
import { paths, withQuery } from '@/lib/paths';
import type { OwnRecord } from '@/lib/record/data';

/** How networks lay a card out: the picture, and which words stand under it. */
const layouts = [
  { network: 'X', words: [] },
  { network: 'LINE', words: ['title', 'description'] },
  { network: 'Facebook', words: ['host', 'title', 'description'] },
  { network: 'Bluesky', words: ['title', 'description', 'host'] },
] as const;

/** The very page in each language, and its card as networks show it. */
export function Previews(props: { viewer: Viewer; record: OwnRecord; host: string }) {
  const { viewer, record, host } = props;
  const t = textsIn(viewer.locale);
  const { showing } = record;
  const name = (showing.isEmployerSafe && showing.penName) || record.displayName;
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
        {locales.map((lang) => {
          const said = {
            host,
            title: name,
            description:
              inLocale(record.headline, lang) ?? textsIn(lang)('document.description', { name }),
          };
          return (
            <ul key={lang} className="network-cards">
              {layouts.map(({ network, words }) => (
                <li key={network}>
                  <p className="soft">{network}</p>
                  <div className="network-card">
                    {/* biome-ignore lint/performance/noImgElement: the very picture that networks fetch */}
                    <img
                      src={withQuery(paths.recordPreviewCard, { lang })}
                      width={1200}
                      height={630}
                      loading="lazy"
                      alt={t('showing.seen.card', { language: t(`showing.seen.language.${lang}`) })}
                    />
                    {words.length > 0 ? (
                      <div className="network-words">
                        {words.map((word) => (
                          <p key={word} className={`network-${word}`}>
                            <bdi>{said[word]}</bdi>
                          </p>
                        ))}
                      </div>
                    ) : null}
                  </div>
                </li>
              ))}
            </ul>
          );
        })}
      </section>
    </>
  );
}
