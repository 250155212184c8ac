import type { skills as en } from '../en/skills';

export const skills: typeof en = {
  title: 'スキル',
};
