import { expect, test } from 'vitest';
import { paths } from '@/lib/paths';
import { commandsIn } from './commands';
import { matching } from './match';

const labels = (typed: string) => matching(commandsIn('en'), typed).map(({ label }) => label);

test.each([
  ['goal', ['Goals', 'New goal']],
  ['GOAL new', ['New goal']],
  ['もくひょう', ['Goals', 'New goal']],
  ['モクヒョウ', ['Goals', 'New goal']],
  ['目標', ['Goals', 'New goal']],
  ['mokuhyou', ['Goals', 'New goal']],
  ['ﾀｲﾏｰ', ['Start timer']],
  ['ｃｕｒｒ', ['Currencies']],
  ['hashigo', ['Ladder']],
  ['ログアウト', ['Sign out']],
  ['income 30000 blog', []],
])('%s finds %j', (typed, found) => expect(labels(typed)).toEqual(found));

test('nothing typed: everything', () => {
  expect(matching(commandsIn('ja'), ' 　')).toHaveLength(commandsIn('ja').length);
});

test('every screen that has no id in its address is reached', () => {
  const screens = Object.values(paths).filter((path) => typeof path === 'string');
  const others = [
    paths.home,
    // Of who is not signed in, or at one step of something.
    paths.signIn,
    paths.signUp,
    paths.forgot,
    paths.secondFactor,
    paths.providerSignUp,
    paths.linkProvider,
    paths.confirm,
    paths.recoveryCodes,
    // Of operators, who find them in the settings.
    paths.operator,
    paths.operatorReports,
    paths.operatorInvitations,
    // Where the menu itself stands, and what is no screen of the desk.
    paths.capture,
    paths.captureStart,
    paths.recordPreview,
    paths.recordPreviewCard,
    paths.inboxExport,
    paths.dataExport,
    paths.recoveryCodesText,
    paths.upload,
    paths.passkeyOptions,
    paths.passkeySignIn,
    paths.passkeyConfirm,
    // For machines.
    paths.recordSchema,
    paths.exportSchema,
    paths.sitemap,
    paths.robots,
  ];
  const reached = new Set(commandsIn('en').map(({ href }) => href));
  expect(screens.filter((path) => !reached.has(path)).sort()).toEqual([...others].sort());
});
