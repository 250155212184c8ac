import { copyPolicy } from '@/app/_server/document-headers';
import type { Place, Spot } from '@/app/_server/place';
import { textsIn } from '@/app/_text/texts';
import { formatDatedOn } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';

/** That this is a copy, from when, and the way to what it is a copy of; elsewhere nothing. */
export function Copied(props: { spot: Spot; place: Place; locale: Locale }) {
  const { spot, place, locale } = props;
  if (!place.copiedOn) return null;
  const t = textsIn(locale);
  const original = place.known(spot, locale);
  return (
    <p>
      {t('site.copied', {
        day: formatDatedOn({ day: place.copiedOn, precision: 'day' }, locale),
      })}
      {original ? (
        <>
          {' '}
          <a href={original}>{t('site.original')}</a>
        </>
      ) : null}
    </p>
  );
}

/** In a copy, what no header says there. */
export function CopyPolicy({ place }: { place: Place }) {
  return place.copiedOn ? (
    <meta httpEquiv="Content-Security-Policy" content={copyPolicy()} />
  ) : null;
}
