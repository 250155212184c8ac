import type { audience as en } from '../en/audience';

export const audience: typeof en = {
  title: '発信',
};
