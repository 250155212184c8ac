import type { ReactNode } from 'react';
import type { Asked } from '@/app/_server/document';
import { textsIn } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import type { PublicRecord } from '@/lib/record/public/shape';
import type { Section } from '@/lib/record/sections.rules';
import { webAddresses } from './address';
import { IncomeChart } from './income';
import { Ladder } from './ladder';
import { PinnedEntry } from './milestone-entry';
import { RecordLedgers } from './record-ledgers';
import { shortAddress } from './words';
import { isWritable, responseLine, Write } from './write';

type Part = { readonly section: Section; readonly content: ReactNode };

/** Parts that stand beside the ladder where there is room, if they follow it. */
const besideLadder: readonly Section[] = ['income', 'milestones'];

/** What follows the head of a record in its owner's order; what has no content is left out. */
export function RecordSections(props: { record: PublicRecord; asked: Asked; isMarked: boolean }) {
  const { record, asked, isMarked } = props;
  const isFirstPage = record.page.year === undefined && record.page.number === 1;
  const pinned = isFirstPage && record.sections.includes('pinned') ? record.pinned : [];
  const shown = new Set(pinned.map(({ id }) => id));
  const contents: Record<Section, ReactNode> = {
    pinned: pinned.length > 0 && (
      <Pinned record={{ ...record, pinned }} asked={asked} isMarked={isMarked} />
    ),
    climb: isClimbed(record) && <Climb record={record} asked={asked} />,
    income: record.income.some(({ months }) => months.length > 0) && (
      <Income record={record} asked={asked} />
    ),
    milestones: record.milestones.length > 0 && (
      <RecordLedgers {...{ record, asked, shown, isMarked }} />
    ),
    contact: isReachable(record, asked) && <Contact record={record} asked={asked} />,
  };
  const parts = record.sections
    .map((section) => ({ section, content: contents[section] }))
    .filter(({ content }) => content);
  if (record.totals.milestones === 0 && parts.length === 0) return <Nothing asked={asked} />;
  const at = parts.findIndex(({ section }) => section === 'climb');
  const after = at < 0 ? [] : parts.slice(at + 1);
  const end = after.findIndex(({ section }) => !besideLadder.includes(section));
  const beside = end < 0 ? after : after.slice(0, end);
  if (beside.length === 0) return <Parts parts={parts} />;
  return (
    <>
      <Parts parts={parts.slice(0, at)} />
      <div className="record-body">
        <div className="record-aside">{contents.climb}</div>
        <div className="record-main">
          <Parts parts={beside} />
        </div>
      </div>
      <Parts parts={after.slice(beside.length)} />
    </>
  );
}

function Parts({ parts }: { parts: readonly Part[] }) {
  return parts.map(({ section, content }) => (
    <div key={section} className="record-part">
      {content}
    </div>
  ));
}

function isClimbed({ income }: PublicRecord): boolean {
  return income.some(({ rungs }) => rungs.length > 0);
}

function Pinned(props: { record: PublicRecord; asked: Asked; isMarked: boolean }) {
  const { record, asked, isMarked } = props;
  return (
    <section>
      <SectionHead title={textsIn(asked.locale)('document.pinned')} />
      <ul className="pinned">
        {record.pinned.map((milestone) => (
          <PinnedEntry
            key={milestone.id}
            {...{ milestone, asked, isMarked }}
            handle={record.handle}
          />
        ))}
      </ul>
    </section>
  );
}

/** A ladder for each currency: sums never cross them. */
function Climb({ record, asked }: { record: PublicRecord; asked: Asked }) {
  const t = textsIn(asked.locale);
  return record.income
    .filter(({ rungs }) => rungs.length > 0)
    .map((income, i) => (
      <section key={income.currency} className="record-ladder">
        <SectionHead
          title={
            i === 0 ? t('document.climb') : t('document.climbIn', { currency: income.currency })
          }
        />
        <Ladder income={income} locale={asked.locale} />
      </section>
    ));
}

function Income({ record, asked }: { record: PublicRecord; asked: Asked }) {
  const t = textsIn(asked.locale);
  return record.income
    .filter(({ months }) => months.length > 0)
    .map((income, i) => (
      <section key={income.currency} className="record-section">
        <SectionHead
          title={
            i === 0 ? t('document.income') : t('document.incomeIn', { currency: income.currency })
          }
        />
        <IncomeChart income={income} locale={asked.locale} />
      </section>
    ));
}

function isReachable(record: PublicRecord, asked: Asked) {
  const { contact, response } = record;
  if (isWritable(record, asked) || webAddresses(contact).length > 0) return true;
  return response !== undefined && responseLine(response, textsIn(asked.locale)) !== '';
}

function Contact({ record, asked }: { record: PublicRecord; asked: Asked }) {
  const t = textsIn(asked.locale);
  const { handle, displayName, contact, response } = record;
  const isOpen = isWritable(record, asked);
  const addresses = webAddresses(contact);
  const line = response ? responseLine(response, t) : '';
  return (
    <section>
      <SectionHead title={t('document.contact')} />
      {isOpen || addresses.length > 0 ? (
        <ul className="contact">
          {isOpen ? (
            <li>
              <Write {...{ handle, displayName, asked }} />
            </li>
          ) : null}
          {addresses.map((url) => (
            <li key={url}>
              <a href={url} rel="me nofollow ugc noopener">
                {shortAddress(url)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {line ? <p className="soft">{line}</p> : null}
    </section>
  );
}

function Nothing({ asked }: { asked: Asked }) {
  const t = textsIn(asked.locale);
  return (
    <section className="record-section record-part">
      <SectionHead title={t('document.milestones')} />
      <p>{t('document.empty')}</p>
      <p className="soft">{t('document.emptyLine')}</p>
    </section>
  );
}
