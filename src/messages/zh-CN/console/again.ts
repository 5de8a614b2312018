import type { Catalogue } from '../../catalogue.ts';
import type en from '../../en/console/again.ts';

export default {
  title: '登录已过期',
  detail: '输入密码就能在这里继续。填的内容都还在，刚才按的操作会接着完成。',
} satisfies Catalogue<typeof en>;
