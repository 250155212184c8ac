import { ChainBar } from '@/app/_charts/chain-bar';
import type { Texts } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';
import { formatAmount, type Money } from '@/lib/money';
import { paths, withQuery } from '@/lib/paths';
import type { Counts } from '@/lib/response/rules';
import type { NamedLine } from './_lines.view';

const columns = ['shares', 'visits', 'previews', 'people', 'agreed'] as const;
/** Who reads on a phone wants who came and what they brought. */
const whereWide: readonly string[] = ['shares', 'previews', 'agreed'];

/** Lines of the chain under each other, the rest in one, and the whole; its bars are the visits. */
export function LineTable(props: {
  caption: string;
  nameHead: string;
  lines: readonly NamedLine[];
  rest: Counts | null;
  total: Counts;
  /** False where a share belongs to no line. */
  hasShares?: boolean;
  /** Where nothing but visits is known. */
  isOfVisits?: boolean;
  locale: Locale;
  t: Texts;
}) {
  const {
    caption,
    nameHead,
    lines,
    rest,
    total,
    hasShares = true,
    isOfVisits = false,
    locale,
    t,
  } = props;
  const shown = columns.filter((column) =>
    isOfVisits ? column === 'visits' : hasShares || column !== 'shares',
  );
  const most = Math.max(0, ...lines.map(({ counts }) => counts.visits));
  const cells = { shown, hasIncome: !isOfVisits, locale, t };
  return (
    <table className="sums chain-lines">
      <caption className="hidden-text">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{nameHead}</th>
          {shown.map((column) => (
            <th key={column} scope="col" className={columnClass(column)}>
              {t(`response.columns.${column}`)}
            </th>
          ))}
          {isOfVisits ? null : (
            <th scope="col" className="number">
              {t('response.columns.income')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, label, href, behind, counts }) => (
          <tr key={key}>
            <th scope="row">
              {href ? <a href={href}>{label}</a> : label}
              <ChainBar part={most > 0 ? counts.visits / most : 0} />
            </th>
            <Cells counts={counts} behind={behind} {...cells} />
          </tr>
        ))}
        {rest ? (
          <tr>
            <th scope="row">{t('response.others')}</th>
            <Cells counts={rest} {...cells} />
          </tr>
        ) : null}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('desk.total')}</th>
          <Cells counts={total} {...cells} />
        </tr>
      </tfoot>
    </table>
  );
}

type Column = (typeof columns)[number];

function Cells(props: {
  counts: Counts;
  behind?: NamedLine['behind'];
  shown: readonly Column[];
  hasIncome: boolean;
  locale: Locale;
  t: Texts;
}) {
  const { counts, behind = {}, shown, hasIncome, locale, t } = props;
  return (
    <>
      {shown.map((column) => (
        <td key={column} className={columnClass(column)}>
          <Count column={column} count={counts[column]} behind={behind} t={t} />
        </td>
      ))}
      {hasIncome ? (
        <td className="number">
          <Amounts income={counts.income} locale={locale} />
        </td>
      ) : null}
    </>
  );
}

function Count(props: {
  column: Column;
  count: number;
  behind: Readonly<Record<string, string>>;
  t: Texts;
}) {
  const { column, count, behind, t } = props;
  if (count === 0) return '—';
  const shown = t('response.number', { count });
  if (column !== 'people' && column !== 'agreed') return shown;
  const query = { origin: 'record', ...behind };
  const agreed = column === 'agreed' ? { outcome: 'work_agreed' } : {};
  return <a href={withQuery(paths.inbox, { ...query, ...agreed })}>{shown}</a>;
}

/** Each currency on a line of its own. */
export function Amounts({ income, locale }: { income: readonly Money[]; locale: Locale }) {
  if (income.length === 0) return '—';
  return (
    <span className="chain-amounts">
      {income.map((money) => (
        <span key={money.currency} className="figure">
          {formatAmount(money, locale)}
        </span>
      ))}
    </span>
  );
}

function columnClass(column: Column): string {
  return whereWide.includes(column) ? 'number where-wide' : 'number';
}
