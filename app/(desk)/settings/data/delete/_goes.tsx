import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import { belongings, type Counts } from '@/lib/account/closing/rules';
import { paths } from '@/lib/paths';

/** What is deleted, how many of each; what there is none of is left out. */
export function Belonging({ email, counts, t }: { email: string; counts: Counts; t: Texts }) {
  const held = belongings.filter((kind) => counts[kind] > 0);
  return (
    <section className="section">
      <SectionHead title={t('closing.page.goes')} />
      <p>{t('closing.page.goesLead', { email })}</p>
      <ul className="account-lines">
        {held.map((kind) => (
          <li key={kind}>{t(`closing.counts.${kind}`, { count: counts[kind] })}</li>
        ))}
      </ul>
    </section>
  );
}

/** The public addresses, the handles given up that lead on included. */
export function Addresses(props: { handles: readonly string[]; shares: number; t: Texts }) {
  const { handles, shares, t } = props;
  return (
    <section className="section">
      <SectionHead title={t('closing.page.addresses')} />
      <p>{t('closing.page.addressesLead')}</p>
      <ul className="account-lines">
        {handles.map((handle) => (
          <li key={handle}>{paths.publicRecord(handle)}</li>
        ))}
        {shares > 0 ? <li>{t('closing.page.shares', { count: shares })}</li> : null}
      </ul>
      <p className="soft">{t('closing.page.below')}</p>
    </section>
  );
}

/** What the deletion does not reach, and what it keeps from others for a while. */
export function Staying({ handle, t }: { handle: string; t: Texts }) {
  return (
    <section className="section">
      <SectionHead title={t('closing.page.stays')} />
      <p>{t('closing.page.staysOthers')}</p>
      <p>{t('closing.page.staysBackups')}</p>
      <p>{t('closing.page.held', { handle })}</p>
    </section>
  );
}
