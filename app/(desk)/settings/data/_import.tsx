import type { Texts } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';
import { SectionHead } from '@/app/_ui/page-header';
import type { Viewer } from '@/lib/auth/viewer';
import { listImports, type PastImport } from '@/lib/import/data';
import { paths } from '@/lib/paths';
import { ButtonForm } from '../../_button-form';
import { momentOf } from '../../_moments';
import { undoCsv } from './_import-actions';
import { CsvForm } from './_import-form';

/**
 * Milestones out of a table, and what came in so before. `search`: the address of the page, which says
 * what has just happened (`?imported=`, `?undone=`).
 */
export async function ImportSection(props: {
  viewer: Viewer;
  search: Readonly<Record<string, string | string[] | undefined>>;
  t: Texts;
}) {
  const { viewer, search, t } = props;
  const imports = await listImports(viewer);
  return (
    <section className="section" aria-labelledby="import">
      <SectionHead id="import" title={t('dataImport.title')} />
      <Told imports={imports} search={search} t={t} />
      <p>{t('dataImport.lead')}</p>
      <CsvForm t={t} />
      {imports.length > 0 ? (
        <>
          <h3>{t('dataImport.past')}</h3>
          <ul className="account-lines">
            {imports.map((one) => (
              <Line key={one.id} one={one} viewer={viewer} t={t} />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function Told(props: {
  imports: readonly PastImport[];
  search: Readonly<Record<string, string | string[] | undefined>>;
  t: Texts;
}) {
  const { imports, search, t } = props;
  const imported = imports.find(({ id }) => id === search.imported);
  const undone = imports.find(({ id, undoneAt }) => id === search.undone && undoneAt);
  if (imported && !imported.undoneAt) {
    return (
      <Notice action={<a href={paths.milestones}>{t('dataImport.toMilestones')}</a>}>
        {t('dataImport.nowImported', { rows: imported.rows, name: imported.name })}
      </Notice>
    );
  }
  if (!undone) return null;
  return (
    <Notice action={<a href={paths.deletedMilestones}>{t('dataImport.toDeleted')}</a>}>
      <p>{t('dataImport.nowUndone', { name: undone.name })}</p>
      {undone.left > 0 ? <p>{t('dataImport.stayed', { left: undone.left })}</p> : null}
    </Notice>
  );
}

function Line({ one, viewer, t }: { one: PastImport; viewer: Viewer; t: Texts }) {
  const { id, name, rows, createdAt, undoneAt, left, undoable } = one;
  return (
    <li>
      <div>
        <p>{name}</p>
        <p className="soft">
          {t('dataImport.came', { rows, when: momentOf(createdAt, viewer) })} ·{' '}
          {undoneAt
            ? t('dataImport.undoneOn', { when: momentOf(undoneAt, viewer) })
            : t('dataImport.left', { left })}
        </p>
        {undoneAt === null && left > 0 && undoable === 0 ? (
          <p className="soft">{t('dataImport.fixed')}</p>
        ) : null}
      </div>
      {undoneAt === null && undoable > 0 ? (
        <ButtonForm
          action={undoCsv}
          label={t('dataImport.undoPress')}
          carried={{ id }}
          variant="danger"
          small
          asks={{ first: t('dataImport.undo'), lead: t('dataImport.undoLead') }}
        />
      ) : null}
    </li>
  );
}
