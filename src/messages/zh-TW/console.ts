import type { Catalogue } from '../catalogue.ts';
import type en from '../en/console.ts';

export default {
  title: '點數商城管理後台',
} satisfies Catalogue<typeof en>;
