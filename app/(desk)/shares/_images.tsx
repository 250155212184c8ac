import type { Texts } from '@/app/_text/texts';
import { cardSizes } from '@/app/u/_document/card-frame';
import type { Locale } from '@/lib/locale';
import { paths, withQuery } from '@/lib/paths';

/** The card of the record or of one milestone in each size that networks like, to download. */
export function Images(props: {
  handle: string;
  /** What strangers know the milestone by; undefined: the record. */
  publicId?: string;
  language: Locale;
  t: Texts;
}) {
  const { handle, publicId, language, t } = props;
  const path = publicId ? paths.publicMilestoneCard(handle, publicId) : paths.publicCard(handle);
  return (
    <ul className="image-sizes">
      {(Object.keys(cardSizes) as (keyof typeof cardSizes)[]).map((size) => (
        <li key={size}>
          <a href={withQuery(path, { lang: language, size })} download={`jisseki-${size}.png`}>
            {t(`showing.badges.size.${size}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}
