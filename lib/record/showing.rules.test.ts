import { expect, test } from 'vitest';
import { grains } from './disclosure.rules';
import { madeFiner, madeSafe, type Showing } from './showing.rules';

const open: Showing = {
  disclosure: 'exact',
  defaultVisibility: 'public',
  monthsOnly: false,
  delayDays: 0,
  isIndexed: true,
  hasFeeds: true,
  showsHours: true,
  checksLinks: false,
  penName: 'Hana',
  isEmployerSafe: false,
  sections: ['climb'],
};

test('without the mode, all stays as chosen', () => {
  expect(madeSafe(open)).toEqual(open);
});

test('the mode raises each choice to what it promises, and touches no other', () => {
  expect(madeSafe({ ...open, isEmployerSafe: true })).toEqual({
    ...open,
    isEmployerSafe: true,
    disclosure: 'range',
    monthsOnly: true,
    delayDays: 14,
    isIndexed: false,
    hasFeeds: false,
    checksLinks: true,
  });
});

test('who holds back more keeps that', () => {
  const more = { ...open, isEmployerSafe: true, delayDays: 60 };
  for (const disclosure of grains.filter((grain) => grain !== 'exact')) {
    expect(madeSafe({ ...more, disclosure })).toMatchObject({ disclosure, delayDays: 60 });
  }
});

test('of two ways to show, the milestones whose amounts become finer', () => {
  const as = (disclosure: (typeof grains)[number], isEmployerSafe = false) => ({
    disclosure,
    isEmployerSafe,
  });
  for (const [i, grain] of grains.entries()) {
    for (const [j, other] of grains.entries()) {
      expect(madeFiner(as(grain), as(other))).toEqual(j < i ? [null] : []);
    }
  }
  // One that says exactly follows the record while the mode is on.
  expect(madeFiner(as('rung', true), as('range', true))).toEqual([null, 'exact']);
  expect(madeFiner(as('range', true), as('range'))).toEqual(['exact']);
  expect(madeFiner(as('range'), as('range', true))).toEqual([]);
  expect(madeFiner(as('hidden', true), as('exact'))).toEqual([null, 'exact']);
});
