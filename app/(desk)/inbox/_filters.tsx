import type { Texts } from '@/app/_text/texts';
import { Button, ButtonLink } from '@/app/_ui/button';
import { SelectField, TextField } from '@/app/_ui/field';
import { states } from '@/lib/inquiry/state.rules';
import { limits } from '@/lib/limits';
import { paths } from '@/lib/paths';

/** What the address of the inbox says, as its links and its form carry it on. */
export type Asked = Readonly<Record<string, string | undefined>>;

/** Search and state: a plain GET form, so that every view has an address. */
export function InboxFilters(props: { asked: Asked; unopened: number; t: Texts }) {
  const { asked, unopened, t } = props;
  const { q, state, ...others } = asked;
  const label = (name: (typeof states)[number]) =>
    name === 'new' && unopened > 0
      ? t('inbox.newCount', { count: unopened })
      : t(`inbox.states.${name}`);
  return (
    <search>
      <form action={paths.inbox} method="get" className="filters">
        {Object.entries(others).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <TextField
          name="q"
          label={t('inbox.search')}
          type="search"
          defaultValue={q}
          maxLength={limits.searchQuery}
          className="field-search"
        />
        <SelectField
          name="state"
          label={t('inbox.table.state')}
          defaultValue={state}
          options={[
            { value: '', label: t('inbox.every') },
            ...states.map((value) => ({ value, label: label(value) })),
            { value: 'due', label: t('inbox.due') },
          ]}
        />
        <div className="actions">
          <Button variant="quiet">{t('inbox.find')}</Button>
          {Object.values(asked).some(Boolean) ? (
            <ButtonLink variant="quiet" href={paths.inbox}>
              {t('inbox.clear')}
            </ButtonLink>
          ) : null}
        </div>
      </form>
    </search>
  );
}
