import type { Catalogue } from '../catalogue.ts';
import type en from '../en/mail.ts';

export default {
  signInCode: {
    subject: '{code} 是你在{shop}的登录验证码',
    body: '验证码 {code}，{minutes, plural, other {# 分钟}}内有效，只能用一次。\n\n如果不是你本人操作，请忽略这条消息。',
  },
} satisfies Catalogue<typeof en>;
