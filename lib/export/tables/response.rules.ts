import { outcomes, subjects } from '../../inquiry/state.rules';
import { limits } from '../../limits';
import { locales } from '../../locale';
import { rhythms } from '../../mail/choice/rules';
import { origins } from '../../stream/rules';
import {
  big,
  block,
  code,
  count,
  currency,
  day,
  flag,
  id,
  instant,
  line,
  of,
  optional,
  own,
  shaped,
  word,
} from '../columns.rules';
import type { Table } from '../table.rules';

const often = count(0, 2_147_483_647);
const email = shaped(/^[^\s\p{Cc}]{3,}$/u, limits.email);
/** A site, an Android app, or nothing. */
const site = shaped(/^(?:[a-z0-9](?:[a-z0-9_.-]*[a-z0-9])?)?$/, limits.source);

const visitCount: Table = {
  name: 'visit_count',
  key: ['id'],
  columns: {
    id,
    day,
    milestone_id: optional(id),
    share_id: optional(id),
    source: site,
    country: shaped(/^(?:[A-Z]{2})?$/, 2),
    views: often,
    visits: often,
    previews: often,
  },
  leftOut: { owner_id: 'owner' },
  says: { names: ['source'], on: 'day' },
};

const inquiry: Table = {
  name: 'inquiry',
  key: ['id'],
  columns: {
    id,
    arrival: own(word(['form', 'hand'])),
    origin: word(origins),
    name: line(limits.inquiryName),
    email: optional(own(email)),
    subject: word(subjects),
    message: block(limits.inquiryMessage),
    language: word(locales),
    milestone_id: optional(id),
    share_id: optional(id),
    source: site,
    arrived_at: instant,
    opened_at: optional(instant),
    answered_at: optional(instant),
    closed_at: optional(instant),
    forgotten_at: optional(instant),
    note: block(limits.inquiryNote),
    next_step: optional(line(limits.nextStep)),
    next_step_on: optional(day),
    outcome: optional(word(outcomes)),
    outcome_at: optional(instant),
    amount_minor: optional(big),
    currency: optional(currency),
    stream_id: optional(of('stream')),
    income_id: optional(id),
  },
  leftOut: { owner_id: 'owner', search_text: 'reckoned', version: 'edits' },
  says: { names: ['name'], on: 'arrived_at' },
};

const reply: Table = {
  name: 'reply',
  key: ['id'],
  columns: { id, inquiry_id: id, text: block(limits.replyText), written_at: instant },
  leftOut: { owner_id: 'owner' },
  says: { names: ['text'], on: 'written_at' },
};

const blockedSender: Table = {
  name: 'blocked_sender',
  key: ['email'],
  columns: { email, blocked_at: instant },
  leftOut: { owner_id: 'owner' },
  says: { names: ['email'], on: 'blocked_at' },
};

const mailChoice: Table = {
  name: 'mail_choice',
  key: [],
  columns: {
    tells_inquiries: flag,
    letter: word(rhythms),
    reminds_income: flag,
    unsubscribe_code: code('secret'),
  },
  leftOut: { owner_id: 'owner' },
  says: { names: [] },
};

/** Who came, and what letters go out. */
export const responseTables = [visitCount, inquiry, reply, blockedSender, mailChoice];
