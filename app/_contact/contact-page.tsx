import type { Asked } from '@/app/_server/document';
import { textsIn } from '@/app/_text/texts';
import { SelectField, TextAreaField, TextField } from '@/app/_ui/field';
import { Words } from '@/app/u/_document/milestone-parts';
import type { Said } from '@/app/u/_document/words';
import { subjects } from '@/lib/inquiry/state.rules';
import type { Locale } from '@/lib/locale';
import { paths, withQuery } from '@/lib/paths';
import type { PublicContact } from '@/lib/record/public/contact';
import { isNetwork, type Network } from '@/lib/share/networks.rules';
import { type Answered, FormPage, Told, Trap, toldAt } from './form-parts';

/** How the reader came, as far as it will be kept. */
export type Came = {
  /** The end of a short address of this record, and what that was shared on. */
  readonly share: { readonly code: string; readonly network: string } | null;
  readonly milestone: { readonly id: string; readonly title: Said } | null;
  /** The site; empty: none is known. */
  readonly source: string;
};

type Shown = { readonly asked: Asked; readonly contact: PublicContact; readonly came: Came };

/** `/u/<handle>/contact`: whom one writes to, what is kept of how one came, and the form. */
export function ContactPage(props: Shown & { note: string; answered: Answered }) {
  const { asked, contact, came, answered } = props;
  const { locale } = asked;
  const t = textsIn(locale);
  const { handle, displayName: name } = contact;
  const labels = {
    name: t('contact.name'),
    email: t('contact.email'),
    subject: t('contact.subject'),
    message: t('contact.message'),
  };
  const field = (of: keyof typeof labels) => {
    const reason = answered.problems[of];
    return {
      name: of,
      label: labels[of],
      error: reason && t(`errors.${reason}`),
      defaultValue: answered.values[of],
    };
  };
  return (
    <FormPage
      {...{ asked, handle, name }}
      title={t('contact.title', { name })}
      addressIn={(lang) => contactAddress(handle, came, { lang })}
      isAnswer={answered.told !== null}
    >
      {contact.isExample ? (
        <p className="record-notice">
          <strong>{t('document.exampleTitle')}</strong> {t('document.example')}
        </p>
      ) : null}
      <p>{t('contact.lead', { name })}</p>
      <CameBy came={came} name={name} locale={locale} />
      <form
        method="post"
        action={`${contactAddress(handle, came, { lang: asked.chosen })}#${toldAt}`}
        noValidate
      >
        <Told answered={answered} labels={labels} locale={locale} />
        <input type="hidden" name="form" value={props.note} />
        <Trap locale={locale} />
        <TextField {...field('name')} autoComplete="name" required />
        <TextField
          {...field('email')}
          hint={t('contact.emailHint', { name })}
          type="email"
          autoComplete="email"
          required
        />
        <SelectField
          {...field('subject')}
          options={subjects.map((value) => ({ value, label: t(`contact.subjects.${value}`) }))}
        />
        <TextAreaField {...field('message')} rows={8} autoComplete="off" required />
        <p className="soft">
          {contact.inquiryDays === null
            ? t('contact.kept', { name })
            : t('contact.keptDays', { name, days: contact.inquiryDays })}
        </p>
        <button type="submit">{t('contact.send')}</button>
      </form>
    </FormPage>
  );
}

/** What a sender reads once their message is on its way. */
export function SentPage({ asked, contact, came }: Shown) {
  const t = textsIn(asked.locale);
  const { handle, displayName: name } = contact;
  const sent = asked.query.get('sent') ?? undefined;
  return (
    <FormPage
      {...{ asked, handle, name }}
      title={t('contact.sent.title', { name })}
      addressIn={(lang) => contactAddress(handle, came, { lang, sent })}
    >
      <div role="status" id={toldAt} tabIndex={-1}>
        <p>{t('contact.sent.answer')}</p>
        <p>{t('contact.sent.copy')}</p>
      </div>
      <p>
        <a href={contactAddress(handle, came, { lang: asked.chosen })}>{t('contact.sent.again')}</a>
      </p>
    </FormPage>
  );
}

/** The form's address, with how the reader came. */
export function contactAddress(
  handle: string,
  { share, milestone }: Came,
  more: { lang?: Locale; sent?: string },
): string {
  const came = { m: milestone?.id, s: share?.code };
  return withQuery(paths.publicContact(handle), { ...came, ...more });
}

/** What will be kept of how they came, told before it is. */
function CameBy({ came, name, locale }: { came: Came; name: string; locale: Locale }) {
  const t = textsIn(locale);
  const { share, milestone, source } = came;
  if (!share && !milestone && !source) return null;
  // Japanese sentences follow each other without.
  const between = locale === 'ja' ? '' : ' ';
  return (
    <p>
      {share
        ? t(`contact.came.${wayOf(share.network)}`, { network: nameOf(share.network, locale) }) +
          between
        : null}
      {source ? t(share ? 'contact.came.before' : 'contact.came.from', { source }) + between : null}
      {milestone
        ? t.rich('contact.came.about', {
            milestone: milestone.title.text,
            title: () => <Words key="title" said={milestone.title} locale={locale} />,
          })
        : null}
      {milestone ? between : null}
      {t('contact.came.seen', { name })}
    </p>
  );
}

/** On most networks a share is a post; some are no network at all. */
function wayOf(network: string): 'post' | 'email' | 'link' {
  if (network === 'email') return 'email';
  return network === 'copy' || network === 'system' || !isNetwork(network) ? 'link' : 'post';
}

function nameOf(network: string, locale: Locale): string {
  return isNetwork(network) ? textsIn(locale)(`shares.networks.${network satisfies Network}`) : '';
}
