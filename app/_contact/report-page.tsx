import type { Asked } from '@/app/_server/document';
import { textsIn } from '@/app/_text/texts';
import { SelectField, TextAreaField } from '@/app/_ui/field';
import { paths, withQuery } from '@/lib/paths';
import type { PublicContact } from '@/lib/record/public/contact';
import { reportReasons } from '@/lib/report/rules';
import { type Answered, FormPage, Told, Trap, toldAt } from './form-parts';

type Shown = { readonly asked: Asked; readonly contact: PublicContact };

/** `/u/<handle>/report`: what is wrong with a record, for whoever runs the site. */
export function ReportPage(props: Shown & { note: string; answered: Answered }) {
  const { asked, contact, answered } = props;
  const { locale } = asked;
  const t = textsIn(locale);
  const { handle, displayName: name } = contact;
  const labels = { reason: t('contact.report.reason'), text: t('contact.report.text') };
  const field = (of: keyof typeof labels) => {
    const reason = answered.problems[of];
    return {
      name: of,
      label: labels[of],
      error: reason && t(`errors.${reason}`),
      defaultValue: answered.values[of],
    };
  };
  const address = withQuery(paths.publicReport(handle), { lang: asked.chosen });
  return (
    <FormPage
      {...{ asked, handle, name }}
      title={t('contact.report.title', { name })}
      addressIn={(lang) => withQuery(paths.publicReport(handle), { lang })}
      isAnswer={answered.told !== null}
    >
      <p>{t('contact.report.lead', { name })}</p>
      <form method="post" action={`${address}#${toldAt}`} noValidate>
        <Told answered={answered} labels={labels} locale={locale} />
        <input type="hidden" name="form" value={props.note} />
        <Trap locale={locale} />
        <SelectField
          {...field('reason')}
          options={reportReasons.map((value) => ({
            value,
            label: t(`contact.report.reasons.${value}`),
          }))}
        />
        <TextAreaField
          {...field('text')}
          hint={t('contact.report.textHint')}
          rows={5}
          autoComplete="off"
        />
        <button type="submit">{t('contact.report.send')}</button>
      </form>
    </FormPage>
  );
}

/** What who reported reads then. */
export function ReportedPage({ asked, contact }: Shown) {
  const t = textsIn(asked.locale);
  const { handle, displayName: name } = contact;
  return (
    <FormPage
      {...{ asked, handle, name }}
      title={t('contact.report.sentTitle')}
      addressIn={(lang) => withQuery(paths.publicReport(handle), { lang, sent: '1' })}
    >
      <p role="status" id={toldAt} tabIndex={-1}>
        {t('contact.report.sent')}
      </p>
    </FormPage>
  );
}
