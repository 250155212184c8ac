import type { currencies as en } from '../en/currencies';

export const currencies: typeof en = {
  title: '通貨',
};
