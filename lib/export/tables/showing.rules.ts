import { limits } from '../../limits';
import { locales } from '../../locale';
import { answers, permissionStates } from '../../permission/rules';
import { networks, parseServer } from '../../share/networks.rules';
import {
  block,
  type Column,
  code,
  count,
  id,
  instant,
  line,
  optional,
  shaped,
  word,
} from '../columns.rules';
import type { Table } from '../table.rules';

const textVersion = count(1, 2_147_483_647);
const occasion = shaped(/^\P{Cc}+$/u, 100);

/** A host alone: it becomes part of a link. */
const server: Column = {
  sql: 'text',
  value: shaped(/./, 253).value.refine((host) => {
    const parsed = parseServer(String(host));
    return parsed.ok && parsed.value === host;
  }),
};

const permission: Table = {
  name: 'permission',
  key: ['milestone_id'],
  columns: {
    milestone_id: id,
    state: word(permissionStates),
    title_ja: optional(line(limits.title)),
    title_en: optional(line(limits.title)),
    story_ja: optional(block(limits.story)),
    story_en: optional(block(limits.story)),
    code: optional(code('secret')),
    asked_at: optional(instant),
    answered_at: optional(instant),
    shown_version: optional(textVersion),
  },
  leftOut: { owner_id: 'owner' },
  says: { names: ['title_ja', 'title_en'], on: 'asked_at' },
};

const permissionAnswer: Table = {
  name: 'permission_answer',
  key: ['milestone_id', 'answered_at'],
  columns: {
    milestone_id: id,
    answered_at: instant,
    state: word(answers),
    shown_version: textVersion,
  },
  leftOut: { owner_id: 'owner' },
  says: { names: [], on: 'answered_at' },
};

const share: Table = {
  name: 'share',
  key: ['id'],
  columns: {
    id,
    code: code('short'),
    milestone_id: optional(id),
    occasion: optional(occasion),
    network: word(networks),
    server: optional(server),
    language: word(locales),
    text: block(limits.shareText),
    created_at: instant,
    sent_at: optional(instant),
  },
  leftOut: { owner_id: 'owner', version: 'edits' },
  says: { names: ['text'], on: 'created_at' },
};

const passedOver: Table = {
  name: 'passed_over',
  key: ['occasion'],
  columns: { occasion, passed_at: instant },
  leftOut: { owner_id: 'owner' },
  says: { names: [], on: 'passed_at' },
};

/** What clients said, and what was shared. */
export const showingTables = [permission, permissionAnswer, share, passedOver];
