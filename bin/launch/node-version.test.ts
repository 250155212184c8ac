import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nodeTooOld } from './node-version.mjs';

test.each(['20.19.0', '20.20.2', '22.12.0', '24.0.0', '25.1.0'])('Node %s will do', (version) => {
  expect(nodeTooOld(version)).toBeUndefined();
});

test.each(['18.20.0', '20.18.3', '21.7.0', '22.11.0'])('Node %s is told what to do', (version) => {
  expect(nodeTooOld(version)).toContain(version);
});

test('the rule is the one package.json states', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(engines.node).toBe('^20.19 || >=22.12');
});
