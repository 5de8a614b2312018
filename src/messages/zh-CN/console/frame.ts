export const common = {
  loading: '正在加载',
  cancel: '取消',
  close: '关闭',
  save: '保存',
  saved: '已保存',
  more: '显示更多',
  listEnd: '已经到底了',
  ago: {
    minutes: '{count, plural, =0 {刚刚} other {# 分钟前}}',
    hours: '{count, number} 小时前',
    days: '{count, number} 天前',
  },
};

export const problems = {
  title: '没有成功',
  retry: '重试',
  offline: '没有网络，已保留你填的内容。',
  noAnswer: '服务器没有回应。你填的内容都还在，可以放心重试。',
  unknown: '服务器返回了错误（{status, number}）。',
  reference: '（编号 {requestId}）',
  auth: {
    'invalid-email-or-password': '邮箱或密码不对。',
    'invalid-email': '这不是一个邮箱地址。',
    'user-already-exists': '这个邮箱已经有账号了，请直接登录。',
    'user-already-exists-use-another-email': '这个邮箱已经有账号了，请直接登录。',
    'password-too-short': '密码太短。',
    'password-too-long': '密码太长。',
    'invalid-otp': '验证码不对。请看最新的一封邮件，旧的验证码已经失效。',
    'otp-expired': '验证码已过期，请重新发送。',
    'too-many-attempts': '错误次数太多，请重新发送验证码。',
  },
};

export const shell = {
  skip: '跳到正文',
  sections: '栏目',
  home: '首页',
  members: '会员',
  redemptions: '兑换单',
  rewards: '礼品',
  programme: '积分规则',
  settings: '设置',
  more: '更多',
  close: '关闭',
  language: '语言',
  signOut: '退出登录',
  mallOpen: '打开商城',
  mallBuilding: '预览商城',
  notFound: '找不到页面',
  notFoundDetail: '这个地址没有内容。',
  toHome: '回到首页',
};
