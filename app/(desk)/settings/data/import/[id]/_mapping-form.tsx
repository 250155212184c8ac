import type { Texts } from '@/app/_text/texts';
import { Button, ButtonLink } from '@/app/_ui/button';
import { type Option, SelectField, TextField, Tick } from '@/app/_ui/field';
import { fieldsOf, type Mapping } from '@/lib/import/mapping.schema';
import { type ImportField, importFields } from '@/lib/import/names.rules';
import type { Forms, Unsaid } from '@/lib/import/reading';
import type { SheetHead } from '@/lib/import/sheet';
import { limits } from '@/lib/limits';
import { kinds } from '@/lib/milestone/rules';
import { currencies } from '@/lib/money';
import { paths } from '@/lib/paths';
import { fieldLabel, letterOf } from './_words';

/**
 * How the table is to be read: a plain GET form, so that what was chosen stands in the address and
 * checking changes nothing. `unsaid`: what was left open when it was sent.
 */
export function MappingForm(props: {
  id: string;
  sheet: SheetHead;
  width: number;
  mapping: Mapping;
  forms: Forms;
  unsaid: readonly Unsaid[];
  streams: readonly string[];
  t: Texts;
}) {
  const { id, mapping, forms, unsaid, t } = props;
  const chosen = fieldsOf(mapping);
  const columns = columnOptions(props.sheet, props.width, mapping, t);
  const column = (field: ImportField) => (
    <SelectField
      key={field}
      name={field}
      label={fieldLabel(field, t)}
      options={columns}
      defaultValue={chosen[field]}
      error={
        field === 'date' && unsaid.includes('date') ? t('dataImport.mapping.dateNeeded') : undefined
      }
    />
  );
  return (
    <form action={`${paths.dataImport(id)}#result`} method="get" className="csv-mapping">
      <div className="fields">
        <SelectField
          name="heading"
          label={t('dataImport.mapping.heading')}
          hint={t('dataImport.mapping.headingHint')}
          options={headingOptions(props.sheet, t)}
          defaultValue={chosen.heading}
        />
      </div>
      <fieldset>
        <legend>{t('dataImport.mapping.columns')}</legend>
        <div className="csv-fields">{importFields.map(column)}</div>
      </fieldset>
      <fieldset>
        <legend>{t('dataImport.mapping.every')}</legend>
        <div className="csv-fields">
          <FormFields mapping={mapping} forms={forms} unsaid={unsaid} t={t} />
          <SelectField
            name="everyKind"
            label={t('dataImport.mapping.everyKind')}
            options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
            defaultValue={chosen.everyKind}
          />
          <SelectField
            name="everyCurrency"
            label={t('dataImport.mapping.everyCurrency')}
            options={currencies.map((code) => ({ value: code, label: code }))}
            defaultValue={chosen.everyCurrency}
          />
          <TextField
            name="everyStream"
            label={t('dataImport.mapping.everyStream')}
            hint={t('dataImport.mapping.everyStreamHint')}
            defaultValue={chosen.everyStream}
            suggestions={props.streams}
            maxLength={limits.streamName}
            autoComplete="off"
          />
          <SelectField
            name="language"
            label={t('dataImport.mapping.language')}
            options={[
              { value: 'ja', label: '日本語' },
              { value: 'en', label: 'English' },
            ]}
            defaultValue={chosen.language}
          />
        </div>
      </fieldset>
      <Tick
        name="duplicates"
        value="keep"
        label={t('dataImport.mapping.duplicates')}
        hint={t('dataImport.mapping.duplicatesHint')}
        defaultChecked={mapping.keepsDuplicates}
      />
      <div className="actions">
        <Button>{t('dataImport.mapping.check')}</Button>
        <ButtonLink variant="quiet" href={`${paths.data}#import`}>
          {t('dataImport.mapping.again')}
        </ButtonLink>
      </div>
    </form>
  );
}

/** How numbers and dates are written, asked where it makes a difference. */
function FormFields(props: {
  mapping: Mapping;
  forms: Forms;
  unsaid: readonly Unsaid[];
  t: Texts;
}) {
  const { mapping, forms, unsaid, t } = props;
  const pick = { value: '', label: t('dataImport.mapping.pick') };
  const given = (name: 'numbers' | 'dates') => {
    const found = forms[name];
    const isOpen = found === 'open' || found === 'mixed';
    return {
      name,
      label: t(`dataImport.mapping.${name}`),
      hint: isOpen ? t(`dataImport.mapping.${found}`) : undefined,
      error: unsaid.includes(name) && isOpen ? t(`dataImport.mapping.${found}`) : undefined,
      defaultValue: mapping[name] ?? (isOpen ? '' : found),
      isOpen,
    };
  };
  const numbers: Option[] = [
    { value: 'point', label: '1,234.56' },
    { value: 'comma', label: '1.234,56' },
  ];
  const dates: Option[] = (['mdy', 'dmy'] as const).map((form) => ({
    value: form,
    label: t(`dataImport.mapping.dateForms.${form}`),
  }));
  return (
    [
      ['numbers', numbers],
      ['dates', dates],
    ] as const
  ).map(([name, options]) => {
    if (forms[name] === 'none' && mapping[name] === null) return null;
    const { isOpen, hint, error, ...field } = given(name);
    return (
      <SelectField
        key={name}
        {...field}
        hint={error ? undefined : hint}
        error={error}
        options={isOpen ? [pick, ...options] : options}
      />
    );
  });
}

function headingOptions({ head }: SheetHead, t: Texts): Option[] {
  return [
    ...head.map(({ line, cells }, index) => ({
      value: String(index),
      label: t('dataImport.mapping.headingLine', { line, text: short(cells.join(' · ')) }),
    })),
    { value: 'none', label: t('dataImport.mapping.noHeading') },
  ];
}

function columnOptions(
  { head }: SheetHead,
  width: number,
  { heading }: Mapping,
  t: Texts,
): Option[] {
  const said = (heading === null ? head[0] : head[heading])?.cells ?? [];
  return [
    { value: '', label: t('dataImport.mapping.absent') },
    ...Array.from({ length: width }, (_, index) => ({
      value: String(index),
      label: `${letterOf(index)}: ${short(said[index] ?? '')}`,
    })),
  ];
}

function short(text: string): string {
  const signs = [...text.trim()];
  return signs.length > 40 ? `${signs.slice(0, 40).join('')}…` : signs.join('');
}
