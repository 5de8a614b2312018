/** The log of letters to members. */
export default {
  note: '寄給會員的郵件：說了什麼、給誰、什麼時候、寄出去沒有。會員可以在「我的」裡關掉。',
  show: '顯示哪些',
  all: '全部',
  none: '還沒有寄過郵件',
  noneOfState: '這一類沒有',
  noneDetail: '會員驗證過電子郵件後，兌換、出貨、退款和回覆會寄信告訴會員。',
  closed: '已註銷的會員',
  sentAt: '{time} 寄出',
  triesAgain: '試過 {tries, number} 次，{time} 再試',
  askedAt: '{time}',
  kinds: {
    order_confirmed: '兌換成功',
    order_ready: '可以到門市自取了',
    order_handed_over: '已當面交付',
    order_shipped: '已出貨',
    order_cancelled: '兌換已取消',
    order_refunded: '已退款',
    question_answered: '回覆了提問',
    account_closed: '帳戶已註銷',
  },
  states: {
    sent: '已寄出',
    waiting: '等待寄出',
    failed: '沒寄出去',
    skipped: '不用寄了',
  },
};
