import type { Texts } from '@/app/_text/texts';
import { Button, ButtonLink } from '@/app/_ui/button';
import { SelectField, TextField } from '@/app/_ui/field';
import { limits } from '@/lib/limits';
import { inLocale, type Locale } from '@/lib/locale';
import type { Facets } from '@/lib/milestone/data';
import { kinds, visibilities } from '@/lib/milestone/rules';
import { paths } from '@/lib/paths';
import type { Stream } from '@/lib/stream/rules';

type Asked = Readonly<Record<string, string | undefined>>;

/** Search and filters: a plain GET form, so that every view has an address. */
export function Filters(props: {
  asked: Asked;
  facets: Facets;
  streams: readonly Stream[];
  isNarrowed: boolean;
  locale: Locale;
  t: Texts;
}) {
  const { asked, facets, streams, locale, t } = props;
  const any = { value: '', label: t('milestones.any') };
  const same = (value: string) => ({ value, label: value });
  return (
    <search>
      <form action={paths.milestones} method="get" className="filters">
        <TextField
          name="q"
          label={t('milestones.search')}
          type="search"
          defaultValue={asked.q}
          maxLength={limits.searchQuery}
          className="field-search"
        />
        <SelectField
          name="kind"
          label={t('milestones.kind')}
          defaultValue={asked.kind}
          options={[any, ...kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))]}
        />
        {streams.length > 0 ? (
          <SelectField
            name="stream"
            label={t('milestones.stream')}
            defaultValue={asked.stream}
            options={[
              any,
              ...streams.map(({ id, name }) => ({
                value: id,
                label: inLocale(name, locale) ?? '',
              })),
            ]}
          />
        ) : null}
        {facets.tags.length > 0 || asked.tag ? (
          <SelectField
            name="tag"
            label={t('milestones.tag')}
            defaultValue={asked.tag}
            options={[
              any,
              ...[...new Set([...facets.tags, ...(asked.tag ? [asked.tag] : [])])].map(same),
            ]}
          />
        ) : null}
        <SelectField
          name="year"
          label={t('milestones.year')}
          defaultValue={asked.year ?? asked.month?.slice(0, 4)}
          options={[any, ...facets.years.map(String).map(same)]}
        />
        <SelectField
          name="visibility"
          label={t('milestones.visibility')}
          defaultValue={asked.visibility}
          options={[
            any,
            ...visibilities.map((value) => ({ value, label: t(`visibilities.${value}`) })),
          ]}
        />
        <div className="actions">
          <Button variant="quiet">{t('milestones.filter')}</Button>
          {props.isNarrowed ? (
            <ButtonLink variant="quiet" href={paths.milestones}>
              {t('milestones.clear')}
            </ButtonLink>
          ) : null}
        </div>
      </form>
    </search>
  );
}
