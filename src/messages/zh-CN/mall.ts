import type { Catalogue } from '../catalogue.ts';
import type en from '../en/mall.ts';

export default {
  title: '积分商城',
} satisfies Catalogue<typeof en>;
