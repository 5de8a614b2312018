import type { Catalogue } from '../catalogue.ts';
import type en from '../en/mail.ts';

export default {
  signInCode: {
    subject: '{code} 是你在{shop}的登录验证码',
    message: '{code} 是你在{shop}的登录验证码，{minutes, plural, other {# 分钟}}内有效。请不要告诉任何人。',
    body: '验证码 {code}，{minutes, plural, other {# 分钟}}内有效，只能用一次。\n\n如果不是你本人操作，请忽略这条消息。',
  },
  emailCode: {
    subject: '{code} 是你的 Pointmall 验证码',
    body: '请在注册页面输入 {code}，{minutes, plural, other {# 分钟}}内有效。\n\n如果不是你在注册，请忽略这封邮件。',
  },
  passwordCode: {
    subject: '{code} 是你的重设密码验证码',
    body: '输入 {code} 就能设置新密码，{minutes, plural, other {# 分钟}}内有效。\n\n如果不是你本人操作，请忽略这封邮件，密码不会改变。',
  },
  invitation: {
    subject: '{inviter} 邀请你加入{shop}',
    body: '{inviter} 邀请你一起打理{shop}的积分商城。请用这个邮箱注册或登录：\n\n{link}\n\n邀请 {days, plural, other {# 天}}内有效。',
  },
} satisfies Catalogue<typeof en>;
