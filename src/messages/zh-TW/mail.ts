import type { Catalogue } from '../catalogue.ts';
import type en from '../en/mail.ts';

export default {
  signInCode: {
    subject: '{code} 是您在{shop}的登入驗證碼',
    body: '驗證碼 {code}，{minutes, plural, other {# 分鐘}}內有效，限用一次。\n\n若非您本人操作，請忽略此訊息。',
  },
} satisfies Catalogue<typeof en>;
