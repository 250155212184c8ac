import { expect, test } from 'vitest';
import { grains } from './disclosure.rules';
import { madeSafe, type Showing } from './showing.rules';

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
