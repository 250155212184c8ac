import type { ladder as en } from '../en/ladder';

export const ladder: typeof en = {
  title: 'はしご',
};
