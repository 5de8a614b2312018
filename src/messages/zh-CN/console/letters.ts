/** The log of letters to members. */
export default {
  note: '发给会员的邮件：说了什么、给谁、什么时候、发出去没有。会员可以在「我的」里关掉。',
  show: '显示哪些',
  all: '全部',
  none: '还没有发过邮件',
  noneOfState: '这一类没有',
  noneDetail: '会员验证过邮箱后，兑换、发货、退款和回复会发邮件告诉会员。',
  closed: '已注销的会员',
  sentAt: '{time} 发出',
  triesAgain: '试过 {tries, number} 次，{time} 再试',
  askedAt: '{time}',
  kinds: {
    order_confirmed: '兑换成功',
    order_ready: '可以来店自提了',
    order_handed_over: '已当面交付',
    order_shipped: '已发货',
    order_cancelled: '兑换已取消',
    order_refunded: '已退款',
    question_answered: '回复了提问',
    account_closed: '账户已注销',
  },
  states: {
    sent: '已发出',
    waiting: '等待发出',
    failed: '没发出去',
    skipped: '不用发了',
  },
};
