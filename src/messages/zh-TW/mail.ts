import type { Catalogue } from '../catalogue.ts';
import type en from '../en/mail.ts';

export default {
  signInCode: {
    subject: '{code} 是您在{shop}的登入驗證碼',
    message: '{code} 是您在{shop}的登入驗證碼，{minutes, plural, other {# 分鐘}}內有效。請勿告訴任何人。',
    body: '驗證碼 {code}，{minutes, plural, other {# 分鐘}}內有效，限用一次。\n\n若非您本人操作，請忽略此訊息。',
  },
  emailCode: {
    subject: '{code} 是您的 Pointmall 驗證碼',
    body: '請在註冊頁面輸入 {code}，{minutes, plural, other {# 分鐘}}內有效。\n\n若非您本人註冊，請忽略這封郵件。',
  },
  passwordCode: {
    subject: '{code} 是您的重設密碼驗證碼',
    body: '輸入 {code} 即可設定新密碼，{minutes, plural, other {# 分鐘}}內有效。\n\n若非您本人操作，請忽略這封郵件，密碼不會改變。',
  },
  invitation: {
    subject: '{inviter} 邀請您加入{shop}',
    body: '{inviter} 邀請您一起打理{shop}的點數商城。請用這個電子信箱註冊或登入：\n\n{link}\n\n邀請 {days, plural, other {# 天}}內有效。',
  },
} satisfies Catalogue<typeof en>;
