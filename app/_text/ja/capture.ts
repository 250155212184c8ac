import type { capture as en } from '../en/capture';

export const capture: typeof en = {
  title: 'すばやく記録',
};
