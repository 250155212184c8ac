import { limits } from '../../limits';
import { locales } from '../../locale';
import { kinds, visibilities } from '../../milestone/rules';
import { grains } from '../../record/disclosure.rules';
import { sections } from '../../record/sections.rules';
import { origins } from '../../stream/rules';
import {
  big,
  block,
  count,
  currency,
  day,
  flag,
  folded,
  id,
  instant,
  line,
  lines,
  link,
  links,
  of,
  optional,
  own,
  shaped,
  word,
  words,
  zone,
} from '../columns.rules';
import type { Table } from '../table.rules';

const account: Table = {
  name: 'account',
  stored: 'user',
  key: [],
  columns: {
    locale: word(locales),
    zone,
    base_currency: optional(currency),
    shows_streak: flag,
  },
  leftOut: {
    id: 'owner',
    email: 'account',
    password_hash: 'account',
    email_verified_at: 'account',
    created_at: 'account',
    delete_at: 'account',
    updated_at: 'written',
  },
  says: { names: ['zone'] },
};

const record: Table = {
  name: 'record',
  key: [],
  columns: {
    handle: own(shaped(/^[a-z0-9-]{3,30}$/, 30)),
    display_name: line(limits.displayName),
    headline_ja: optional(line(limits.headline)),
    headline_en: optional(line(limits.headline)),
    about_ja: optional(block(limits.about)),
    about_en: optional(block(limits.about)),
    language: word(locales),
    disclosure: word(grains),
    default_visibility: word(visibilities),
    months_only: flag,
    delay_days: count(0, limits.delayDays),
    is_indexed: flag,
    has_feeds: flag,
    shows_hours: flag,
    checks_links: flag,
    pen_name: optional(line(limits.displayName)),
    employer_safe_at: optional(instant),
    sections: words(sections, sections.length),
    contact_links: links(limits.contactLinks),
    takes_inquiries: flag,
    shows_response: flag,
    inquiry_days: optional(count(1, limits.inquiryDays)),
    created_at: instant,
  },
  leftOut: {
    owner_id: 'owner',
    is_example: 'installation',
    published_at: 'address',
    suspended_at: 'installation',
    suspended_for: 'installation',
    people_came: 'reckoned',
    reply_minutes: 'reckoned',
    version: 'edits',
    updated_at: 'written',
  },
  says: { names: ['display_name'] },
};

const keptName: Table = {
  name: 'kept_name',
  key: ['name_key'],
  columns: { name_key: folded, name: line(limits.keptName), created_at: instant },
  leftOut: { owner_id: 'owner' },
  says: { names: ['name'] },
};

const stream: Table = {
  name: 'stream',
  key: ['id'],
  columns: {
    id,
    name_ja: optional(line(limits.streamName)),
    name_en: optional(line(limits.streamName)),
    name_key: folded,
    origin: word(origins),
    created_at: instant,
    closed_at: optional(instant),
  },
  leftOut: { owner_id: 'owner', version: 'edits' },
  says: { names: ['name_ja', 'name_en'] },
};

const importTable: Table = {
  name: 'import',
  key: ['id'],
  columns: {
    id,
    name: line(255),
    rows: count(0, 2_147_483_647),
    created_at: instant,
    undone_at: optional(instant),
  },
  leftOut: { owner_id: 'owner' },
  says: { names: ['name'], on: 'created_at' },
};

const milestone: Table = {
  name: 'milestone',
  key: ['id'],
  columns: {
    id,
    kind: word(kinds),
    title_ja: optional(line(limits.title)),
    title_en: optional(line(limits.title)),
    story_ja: optional(block(limits.story)),
    story_en: optional(block(limits.story)),
    language: word(locales),
    happened_on: day,
    precision: word(['day', 'month', 'year']),
    stream_id: optional(of('stream')),
    amount_minor: optional(big),
    currency: optional(currency),
    fees_minor: optional(big),
    costs_minor: optional(big),
    minutes: optional(count(1, limits.minutes)),
    measure_name: optional(line(limits.measureName)),
    measure_value: optional(big),
    issuer: optional(line(limits.issuer)),
    tags: lines(limits.tags, limits.tag),
    visibility: word(visibilities),
    published_at: optional(instant),
    visible_from: optional(instant),
    disclosure: optional(word(grains)),
    needs_permission: flag,
    text_version: own(count(1, 2_147_483_647)),
    pinned_at: optional(instant),
    public_id: own(id),
    import_id: optional(id),
    recorded_at: instant,
    deleted_at: optional(instant),
  },
  leftOut: {
    owner_id: 'owner',
    search_text: 'reckoned',
    version: 'edits',
    updated_at: 'written',
  },
  says: { names: ['title_ja', 'title_en'], on: 'happened_on' },
};

const evidence: Table = {
  name: 'evidence',
  key: ['milestone_id', 'position'],
  columns: {
    milestone_id: id,
    position: count(1, limits.evidenceLinks),
    url: link,
    created_at: instant,
    checked_at: optional(instant),
  },
  leftOut: { owner_id: 'owner' },
  says: { names: ['url'] },
};

/** The account, its record, and what stands in it. */
export const recordTables = [account, record, keptName, stream, importTable, milestone, evidence];
