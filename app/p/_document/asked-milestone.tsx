import { textsIn } from '@/app/_text/texts';
import { webAddresses } from '@/app/u/_document/address';
import { Facts, figureOf, Story, Tags, Words } from '@/app/u/_document/milestone-parts';
import { happenedOn, titleOf } from '@/app/u/_document/words';
import { type Locale, locales } from '@/lib/locale';
import type { PublicMilestone } from '@/lib/record/public/shape';

export const languageNames: Record<Locale, string> = { ja: '日本語', en: 'English' };

/**
 * A milestone as it will be published, whole: nothing is cut, and what readers of the other language
 * get stands there too, because the client agrees to both.
 */
export function AskedMilestone(props: { milestone: PublicMilestone; locale: Locale }) {
  const { milestone, locale } = props;
  const languages = languagesOf(milestone, locale);
  if (languages.length < 2) return <Whole milestone={milestone} locale={locale} />;
  return languages.map((language) => (
    <section key={language} lang={language}>
      <h3>{languageNames[language]}</h3>
      <Whole milestone={milestone} locale={language} isUnderLanguage />
    </section>
  ));
}

function Whole(props: { milestone: PublicMilestone; locale: Locale; isUnderLanguage?: boolean }) {
  const { milestone, locale } = props;
  const Title = props.isUnderLanguage ? 'h4' : 'h3';
  const figure = figureOf(milestone, locale);
  return (
    <ul className="pinned">
      <li className={`of-${milestone.kind}`}>
        <time dateTime={milestone.happenedOn}>{happenedOn(milestone, locale)}</time>
        <Title>
          <Words said={titleOf(milestone, locale)} locale={locale} />
        </Title>
        <Facts milestone={milestone} locale={locale} />
        {figure ? <p className="figure">{figure}</p> : null}
        <div>
          <Story milestone={milestone} locale={locale} />
        </div>
        <FullEvidence milestone={milestone} locale={locale} />
        <Tags milestone={milestone} />
      </li>
    </ul>
  );
}

/** Whole addresses to read rather than links to follow: the address itself may name the client. */
function FullEvidence({ milestone, locale }: { milestone: PublicMilestone; locale: Locale }) {
  const addresses = webAddresses(milestone.evidence);
  if (addresses.length === 0) return null;
  return (
    <div className="evidence">
      <p>{textsIn(locale)('document.evidence')}</p>
      <ul>
        {addresses.map((address) => (
          <li key={address}>{address}</li>
        ))}
      </ul>
    </div>
  );
}

/** The languages that something of the milestone is written in, the reader's own first. */
function languagesOf({ title, story, stream }: PublicMilestone, own: Locale): Locale[] {
  return locales
    .filter((language) => [title, story, stream].some((text) => text?.[language]))
    .sort((a, b) => Number(b === own) - Number(a === own));
}
