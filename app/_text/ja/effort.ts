import type { effort as en } from '../en/effort';

export const effort: typeof en = {
  title: '時間',
};
