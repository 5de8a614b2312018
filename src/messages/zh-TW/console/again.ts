import type { Catalogue } from '../../catalogue.ts';
import type en from '../../en/console/again.ts';

export default {
  title: '登入已過期',
  detail: '輸入密碼即可在此繼續。填寫的內容都還在，剛才按下的操作會接著完成。',
} satisfies Catalogue<typeof en>;
