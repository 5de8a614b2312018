export default {
  title: '會員提問',
  toHome: '首頁',
  tabs: { open: '待回覆', answered: '已回覆' },
  none: { open: '沒有待回覆的提問', answered: '還沒有回覆過' },
  noneDetail: '會員在商城的「說明」裡提問；點數未入帳的訂單也會出現在這裡。',
  missing: '訂單 {number} 的點數未入帳',
  missingHint: '看看這筆訂單有沒有記上；該給的，請在會員頁面補給。',
  someone: '一位會員',
  answer: '回覆',
  answerMissing: '請填寫回覆',
  send: '送出',
  answered: '已回覆',
};
