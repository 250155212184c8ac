import { textsIn } from '@/app/_text/texts';
import type { Described } from '@/app/u/_document/described';
import type { Viewer } from '@/lib/auth/viewer';
import { type Locale, locales } from '@/lib/locale';

/** How networks lay a card out: the picture, and which words stand under it. */
const layouts = [
  { network: 'X', words: [] },
  { network: 'LINE', words: ['title', 'description'] },
  { network: 'Facebook', words: ['host', 'title', 'description'] },
  { network: 'Bluesky', words: ['title', 'description', 'host'] },
] as const;

/** A document's card as networks show it, in each language. */
export function NetworkCards(props: {
  viewer: Viewer;
  host: string;
  picture: (lang: Locale) => string;
  says: (lang: Locale) => Described;
  /** What the picture is of, in the viewer's words, with the name of the language. */
  alt: (language: string) => string;
}) {
  const { viewer, host, picture, says, alt } = props;
  const t = textsIn(viewer.locale);
  return locales.map((lang) => {
    const said = { host, ...says(lang) };
    return (
      <ul key={lang} className="network-cards">
        {layouts.map(({ network, words }) => (
          <li key={network}>
            <p className="soft">{network}</p>
            <div className="network-card">
              {/* biome-ignore lint/performance/noImgElement: the very picture that networks fetch */}
              <img
                src={picture(lang)}
                width={1200}
                height={630}
                loading="lazy"
                alt={alt(t(`showing.seen.language.${lang}`))}
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
  });
}
