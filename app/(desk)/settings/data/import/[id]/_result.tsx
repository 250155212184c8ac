import type { ReactNode } from 'react';
import type { Texts } from '@/app/_text/texts';
import { Figures } from '@/app/_ui/figures';
import { Notice } from '@/app/_ui/notice';
import { SectionHead } from '@/app/_ui/page-header';
import { formatDatedOn } from '@/lib/calendar';
import type { Check } from '@/lib/import/data';
import { fieldsOf, type Mapping } from '@/lib/import/mapping.schema';
import { inLocale, type Locale } from '@/lib/locale';
import type { MilestoneDraft } from '@/lib/milestone/rules';
import { formatAmount } from '@/lib/money';
import { ButtonForm } from '../../../../_button-form';
import { applyCsv } from '../../_import-actions';
import { problemWords } from './_words';

/** What would become of the file, and the button that does it. Nothing is written yet. */
export function Result(props: {
  id: string;
  check: Check;
  mapping: Mapping;
  locale: Locale;
  t: Texts;
}) {
  const { id, check, mapping, locale, t } = props;
  const { fresh, duplicates, refused, shown } = check;
  const rows = fresh + (mapping.keepsDuplicates ? duplicates : 0);
  const number = new Intl.NumberFormat(locale);
  const hindrance = hindranceOf(rows, check, t);
  return (
    <section className="section" aria-labelledby="result">
      <SectionHead id="result" title={t('dataImport.check.title')} />
      <Figures
        items={(['fresh', 'duplicates', 'refused'] as const).map((name) => ({
          label: t(`dataImport.check.${name}`),
          value: number.format(check[name]),
        }))}
      />
      <p>{t(mapping.keepsDuplicates ? 'dataImport.check.leadAll' : 'dataImport.check.lead')}</p>
      {check.newStreams.length > 0 ? (
        <p>{t('dataImport.check.newStreams', { names: namesOf(check.newStreams, t) })}</p>
      ) : null}
      {hindrance ? (
        <Notice>{hindrance}</Notice>
      ) : (
        <ButtonForm
          action={applyCsv}
          label={t('dataImport.check.apply', { rows })}
          carried={{ ...fieldsOf(mapping), upload: id }}
        />
      )}
      <Lot name="refused" count={refused} shown={shown.refused.length} t={t}>
        {shown.refused.map(({ line, problems }) => (
          <tr key={line}>
            <th scope="row" className="number">
              {line}
            </th>
            <td colSpan={4}>
              <ul className="csv-problems">
                {problems.map((problem) => (
                  <li key={`${problem.field} ${problem.reason}`}>{problemWords(problem, t)}</li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </Lot>
      <Lot name="duplicates" count={duplicates} shown={shown.duplicates.length} t={t}>
        {shown.duplicates.map(({ line, draft, twin }) => (
          <Row key={line} line={line} draft={draft} locale={locale} t={t}>
            {twin.line === null
              ? t('dataImport.check.sameAsStored')
              : t('dataImport.check.sameAsLine', { line: twin.line })}
          </Row>
        ))}
      </Lot>
      <Lot name="fresh" count={fresh} shown={shown.fresh.length} t={t}>
        {shown.fresh.map(({ line, draft }) => (
          <Row key={line} line={line} draft={draft} locale={locale} t={t} />
        ))}
      </Lot>
    </section>
  );
}

/** Why nothing can come in; null: something can. */
function hindranceOf(rows: number, { room, filledBy, newStreams, streamRoom }: Check, t: Texts) {
  if (rows === 0) return t('dataImport.check.nothing');
  if (rows > room) {
    const said = { milestones: 'tooMany', kept: 'tooManyKept' } as const;
    return t(`dataImport.check.${said[filledBy]}`, { room });
  }
  if (newStreams.length > streamRoom) {
    return t('dataImport.check.tooManyStreams', { room: streamRoom });
  }
  return null;
}

const namesShown = 10;

function namesOf(names: readonly string[], t: Texts): string {
  const said = names.slice(0, namesShown).join(t('dataImport.check.between'));
  const more = names.length - namesShown;
  return more > 0 ? t('dataImport.check.moreStreams', { names: said, more }) : said;
}

/** The rows of one lot, at most as many as are shown. */
function Lot(props: {
  name: 'fresh' | 'duplicates' | 'refused';
  count: number;
  shown: number;
  children: ReactNode;
  t: Texts;
}) {
  const { name, count, shown, t } = props;
  if (count === 0) return null;
  return (
    <table className="csv-table csv-lot">
      <caption>
        <strong>{t(`dataImport.check.${name}`)}</strong>
        {count > shown ? (
          <small className="soft"> {t('dataImport.check.firstOf', { shown, count })}</small>
        ) : null}
      </caption>
      <thead>
        <tr>
          <th scope="col" className="number">
            {t('dataImport.mapping.line')}
          </th>
          {name === 'refused' ? (
            <th scope="col" colSpan={4}>
              {t('dataImport.check.why')}
            </th>
          ) : (
            <>
              <th scope="col">{t('dataImport.check.date')}</th>
              <th scope="col">{t('dataImport.check.what')}</th>
              <th scope="col" className="number">
                {t('dataImport.check.amount')}
              </th>
              {name === 'duplicates' ? <th scope="col">{t('dataImport.check.why')}</th> : null}
            </>
          )}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}

function Row(props: {
  line: number;
  draft: MilestoneDraft;
  locale: Locale;
  t: Texts;
  children?: ReactNode;
}) {
  const { line, draft, locale, t, children } = props;
  const { kind, title, streamName, income, happened } = draft;
  const what = [inLocale(title, locale), streamName].filter(Boolean).join(' · ');
  return (
    <tr>
      <th scope="row" className="number">
        {line}
      </th>
      <td>{formatDatedOn(happened, locale)}</td>
      <td>
        <small className="soft">{t(`kinds.${kind}`)}</small> {what}
      </td>
      <td className="number">{income ? formatAmount(income, locale) : ''}</td>
      {children === undefined ? null : <td>{children}</td>}
    </tr>
  );
}
