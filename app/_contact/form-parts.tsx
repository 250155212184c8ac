import type { ReactNode } from 'react';
import type { Asked } from '@/app/_server/document';
import type { Reason } from '@/app/_server/form-state';
import { textsIn } from '@/app/_text/texts';
import { fieldId } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { languageNames } from '@/app/p/_document/asked-milestone';
import { Shell } from '@/app/u/_document/shell';
import { type Locale, locales } from '@/lib/locale';
import { paths, withQuery } from '@/lib/paths';

/** What came back with a form: the text as it was typed, and what is wrong with it. */
export type Answered = {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, Reason>>;
  /** About the form as a whole. */
  readonly told: string | null;
};

export const unanswered: Answered = { values: {}, problems: {}, told: null };

/** Where an answer to a form begins: a browser goes there at once, and Tab goes on from it. */
export const toldAt = 'told';

/** The field that people leave empty, because they do not see it. */
export const trap = 'leaveEmpty';

/** A page that belongs to the record of `name` and has a form, or what became of it. */
export function FormPage(props: {
  asked: Asked;
  handle: string;
  name: string;
  title: string;
  /** The page's own address in another language. */
  addressIn: (lang: Locale) => string;
  isAnswer?: boolean;
  children: ReactNode;
}) {
  const { asked, title } = props;
  const t = textsIn(asked.locale);
  const name = props.isAnswer ? t('contact.problem', { title }) : title;
  return (
    <Shell asked={asked} title={`${name} — ${t('document.brand')}`}>
      <main className="record-head">
        <nav className="record-languages" aria-label={t('document.languages')}>
          {locales.map((lang) =>
            lang === asked.locale ? (
              <span key={lang} lang={lang} aria-current="true">
                {languageNames[lang]}
              </span>
            ) : (
              <a key={lang} href={props.addressIn(lang)} hrefLang={lang} lang={lang}>
                {languageNames[lang]}
              </a>
            ),
          )}
        </nav>
        <h1>{title}</h1>
        {props.children}
        <p>
          <a href={withQuery(paths.publicRecord(props.handle), { lang: asked.chosen })}>
            {t('contact.back', { name: props.name })}
          </a>
        </p>
      </main>
    </Shell>
  );
}

/** What is wrong with the form, each line leading to its field. */
export function Told(props: {
  answered: Answered;
  labels: Readonly<Record<string, string>>;
  locale: Locale;
}) {
  const { answered, labels, locale } = props;
  const t = textsIn(locale);
  if (!answered.told) return null;
  return (
    <FormMessage
      id={toldAt}
      title={answered.told}
      problems={Object.entries(labels).flatMap(([name, label]) => {
        const reason = answered.problems[name];
        return reason ? [{ name, text: `${label} — ${t(`errors.${reason}`)}` }] : [];
      })}
    />
  );
}

/** Programs that fill in whatever they find give themselves away. */
export function Trap({ locale }: { locale: Locale }) {
  return (
    <div className="hidden-text" aria-hidden="true">
      <label htmlFor={fieldId(trap)}>{textsIn(locale)('contact.leaveEmpty')}</label>
      <input id={fieldId(trap)} name={trap} tabIndex={-1} autoComplete="off" />
    </div>
  );
}
