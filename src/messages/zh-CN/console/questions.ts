export default {
  title: '会员提问',
  toHome: '首页',
  tabs: { open: '待回复', answered: '已回复' },
  none: { open: '没有待回复的提问', answered: '还没有回复过' },
  noneDetail: '会员在商城的「帮助」里提问；积分没到账的订单也会出现在这里。',
  missing: '订单 {number} 的积分没到账',
  missingHint: '看看这笔订单有没有记上；该给的，在会员页面补给。',
  someone: '一位会员',
  answer: '回复',
  answerMissing: '请写回复',
  send: '发送',
  answered: '已回复',
};
