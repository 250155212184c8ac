import type { LeftOut, Table } from './table.rules';
import { climbTables } from './tables/climb.rules';
import { recordTables } from './tables/record.rules';
import { responseTables } from './tables/response.rules';
import { showingTables } from './tables/showing.rules';

/** Every table of an export, in its order: what a row leads to comes before it. */
export const tables: readonly Table[] = [
  ...recordTables,
  ...climbTables,
  ...showingTables,
  ...responseTables,
];

/** Owned tables that are in no export. */
export const leftOutTables: Readonly<Record<string, LeftOut>> = {
  account_token: 'account',
  challenge: 'account',
  email_change: 'account',
  identity: 'account',
  passkey: 'account',
  recovery_code: 'account',
  security_event: 'account',
  session: 'account',
  totp: 'account',
  abuse_report: 'installation',
  invitation: 'installation',
  old_handle: 'address',
  // Replies stand among what was exported, and every letter goes 90 days after it was sent.
  mail: 'passing',
  upload: 'passing',
  visitor: 'passing',
};
