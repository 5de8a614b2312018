const en = {
  title: 'Pay {amount}',
  notice: 'This page stands in for Stripe on this machine. No money moves.',
  to: 'To {merchant}',
  email: 'E-mail',
  card: 'Test card',
  cardPays: '4242 4242 4242 4242: pays',
  cardDeclined: '4000 0000 0000 0002: declined by the bank',
  cardChallenged: '4000 0027 6000 3184: 3-D Secure, the bank asks first',
  pay: 'Pay {amount}',
  leave: 'Back to {merchant}',
  declined: 'Your card was declined. Try another card.',
  notAuthenticated: 'The bank could not confirm that it is you. Try again or use another card.',
  challengeTitle: 'Your bank asks: is it you?',
  challengeText: 'Confirm the payment of {amount} to {merchant}.',
  confirm: 'Confirm payment',
  refuse: 'Fail the confirmation',
  expiredTitle: 'This payment page has expired',
  expiredText: 'Nothing was paid. Go back to {merchant} to begin again.',
  completeTitle: 'This is paid already',
  completeText: 'You paid {amount} to {merchant}.',
  goOn: 'Go on',
  missingTitle: 'There is no such page',
  missingText: 'The address is wrong or out of date.',
  setupTitle: 'Set up payments',
  setupText:
    'Stripe would ask for the business, its owner and a bank account here. One press answers all of it.',
  setupComplete: 'Complete with test data',
  setupLeave: 'Leave for now',
};
type Words = typeof en;

const zhHans: Words = {
  title: '支付 {amount}',
  notice: '此页面在本机代替 Stripe，不会产生真实扣款。',
  to: '收款方：{merchant}',
  email: '邮箱',
  card: '测试卡',
  cardPays: '4242 4242 4242 4242：支付成功',
  cardDeclined: '4000 0000 0000 0002：银行拒绝',
  cardChallenged: '4000 0027 6000 3184：3-D Secure，银行先验证',
  pay: '支付 {amount}',
  leave: '返回 {merchant}',
  declined: '您的银行卡被拒绝，请换一张卡。',
  notAuthenticated: '银行未能确认是您本人，请重试或换一张卡。',
  challengeTitle: '银行询问：是您本人吗？',
  challengeText: '请确认向 {merchant} 支付 {amount}。',
  confirm: '确认支付',
  refuse: '验证失败',
  expiredTitle: '此支付页面已过期',
  expiredText: '没有扣款。请返回 {merchant} 重新开始。',
  completeTitle: '已经支付',
  completeText: '您已向 {merchant} 支付 {amount}。',
  goOn: '继续',
  missingTitle: '页面不存在',
  missingText: '地址有误或已失效。',
  setupTitle: '开通收款',
  setupText: 'Stripe 会在这里询问商户、负责人和银行账户。按一下即可用测试资料全部填好。',
  setupComplete: '用测试资料完成',
  setupLeave: '暂时离开',
};

const zhHant: Words = {
  title: '支付 {amount}',
  notice: '此頁面在本機代替 Stripe，不會產生真實扣款。',
  to: '收款方：{merchant}',
  email: '電子郵件',
  card: '測試卡',
  cardPays: '4242 4242 4242 4242：付款成功',
  cardDeclined: '4000 0000 0000 0002：銀行拒絕',
  cardChallenged: '4000 0027 6000 3184：3-D Secure，銀行先驗證',
  pay: '支付 {amount}',
  leave: '返回 {merchant}',
  declined: '您的卡片被拒絕，請換一張卡。',
  notAuthenticated: '銀行未能確認是您本人，請重試或換一張卡。',
  challengeTitle: '銀行詢問：是您本人嗎？',
  challengeText: '請確認向 {merchant} 支付 {amount}。',
  confirm: '確認支付',
  refuse: '驗證失敗',
  expiredTitle: '此付款頁面已過期',
  expiredText: '沒有扣款。請返回 {merchant} 重新開始。',
  completeTitle: '已經付款',
  completeText: '您已向 {merchant} 支付 {amount}。',
  goOn: '繼續',
  missingTitle: '頁面不存在',
  missingText: '網址有誤或已失效。',
  setupTitle: '開通收款',
  setupText: 'Stripe 會在這裡詢問商戶、負責人和銀行帳戶。按一下即可用測試資料全部填好。',
  setupComplete: '用測試資料完成',
  setupLeave: '暫時離開',
};

export type PageLanguage = 'en' | 'zh-CN' | 'zh-TW';
const BY_LANGUAGE: Record<PageLanguage, Words> = { en, 'zh-CN': zhHans, 'zh-TW': zhHant };

/** The language of a page: the session's own, else what the browser asks for, else English. */
export function pageLanguage(locale: string | null, acceptLanguage: string): PageLanguage {
  const asked = locale === null || locale === 'auto' ? acceptLanguage : locale;
  const first = asked.split(',')[0] ?? '';
  if (/^zh-(TW|HK|Hant)/i.test(first)) return 'zh-TW';
  return /^zh/i.test(first) ? 'zh-CN' : 'en';
}

/** A text with its values filled in, not yet escaped. */
export function say(language: PageLanguage, name: keyof Words, values: Record<string, string> = {}): string {
  return BY_LANGUAGE[language][name].replaceAll(/\{(\w+)\}/g, (_, value: string) => values[value] ?? '');
}
