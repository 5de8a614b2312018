import type { Catalogue } from '../catalogue.ts';
import type en from '../en/console.ts';

export default {
  title: '积分商城管理后台',
} satisfies Catalogue<typeof en>;
