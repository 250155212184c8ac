import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import type { SheetRow } from '@/lib/import/sheet';
import { letterOf } from './_words';

/** Rows that are shown. */
const most = 5;

/** The first rows of the file, as they stand in it. */
export function Head(props: { head: readonly SheetRow[]; width: number; t: Texts }) {
  const { head, width, t } = props;
  const letters = Array.from({ length: width }, (_, index) => letterOf(index));
  const title = t('dataImport.mapping.head');
  return (
    <div className="section">
      <SectionHead id="head" title={title} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved along by keyboard too */}
      <section className="csv-wide" aria-labelledby="head" tabIndex={0}>
        <table className="csv-table">
          <caption className="hidden-text">{title}</caption>
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('dataImport.mapping.line')}
              </th>
              {letters.map((letter) => (
                <th key={letter} scope="col">
                  {letter}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {head.slice(0, most).map(({ line, cells }) => (
              <tr key={line}>
                <th scope="row" className="number">
                  {line}
                </th>
                {letters.map((letter, index) => (
                  <td key={letter}>{cells[index]?.slice(0, 80)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
