import { expect, test } from 'vitest';
import { asVisitor, Prisma } from '@/lib/db';

test('nobody but these is let in', async () => {
  const rows = await asVisitor<{ name: string; command: string }>(Prisma.sql`
    SELECT policyname AS name, cmd AS command FROM pg_policies
    WHERE schemaname = 'public' ORDER BY policyname`);
  expect(rows.map(({ name, command }) => `${name} ${command}`)).toEqual([
    'evidence_owner ALL',
    'evidence_system ALL',
    'evidence_visitor SELECT',
    'milestone_owner ALL',
    'milestone_system ALL',
    'milestone_visitor SELECT',
    'record_owner ALL',
    'record_system ALL',
    'record_visitor SELECT',
    'session_owner ALL',
    'session_system ALL',
    'stream_owner ALL',
    'stream_system ALL',
    'stream_visitor SELECT',
    'user_owner ALL',
    'user_system ALL',
  ]);
});

test('the limits stand in the store', async () => {
  const rows = await asVisitor<{ name: string }>(Prisma.sql`
    SELECT conname AS name FROM pg_constraint
    WHERE contype = 'c' AND connamespace = 'public'::regnamespace ORDER BY conname`);
  expect(rows.map(({ name }) => name)).toEqual([
    'evidence_position_check',
    'evidence_url_check',
    'milestone_amount_check',
    'milestone_audience_check',
    'milestone_currency_check',
    'milestone_happened_on_check',
    'milestone_income_check',
    'milestone_issuer_check',
    'milestone_kind_check',
    'milestone_measure_check',
    'milestone_minutes_check',
    'milestone_precision_check',
    'milestone_published_at_check',
    'milestone_story_check',
    'milestone_tags_check',
    'milestone_title_check',
    'milestone_version_check',
    'milestone_visibility_check',
    'rate_limit_count_check',
    'rate_limit_key_check',
    'record_about_check',
    'record_display_name_check',
    'record_handle_check',
    'record_headline_check',
    'record_version_check',
    'session_device_check',
    'session_expires_at_check',
    'session_token_hash_check',
    'stream_name_check',
    'stream_name_key_check',
    'user_email_check',
    'user_locale_check',
    'user_zone_check',
  ]);
});
