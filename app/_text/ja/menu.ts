import type { menu as en } from '../en/menu';

export const menu: typeof en = {
  title: 'メニュー',
};
