import type { streams as en } from '../en/streams';

export const streams: typeof en = {
  title: '収入源',
};
