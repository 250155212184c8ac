import type { goals as en } from '../en/goals';

export const goals: typeof en = {
  title: '目標',
};
