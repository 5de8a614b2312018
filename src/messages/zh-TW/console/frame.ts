export const common = {
  loading: '正在載入',
  cancel: '取消',
  close: '關閉',
  save: '儲存',
  saved: '已儲存',
  more: '顯示更多',
  listEnd: '已經到底了',
  ago: {
    minutes: '{count, plural, =0 {剛剛} other {# 分鐘前}}',
    hours: '{count, number} 小時前',
    days: '{count, number} 天前',
  },
};

export const problems = {
  title: '沒有成功',
  retry: '再試一次',
  offline: '沒有網路，已保留您填的內容。',
  noAnswer: '伺服器沒有回應。您填的內容都還在，可以放心再試一次。',
  unknown: '伺服器回應了錯誤（{status, number}）。',
  reference: '（編號 {requestId}）',
  auth: {
    'invalid-email-or-password': '電子郵件或密碼不對。',
    'invalid-email': '這不是一個電子郵件信箱。',
    'user-already-exists': '這個信箱已經有帳號了，請直接登入。',
    'user-already-exists-use-another-email': '這個信箱已經有帳號了，請直接登入。',
    'password-too-short': '密碼太短。',
    'password-too-long': '密碼太長。',
    'invalid-otp': '驗證碼不對。請看最新的一封信件，舊的驗證碼已經失效。',
    'otp-expired': '驗證碼已過期，請重新寄送。',
    'too-many-attempts': '錯誤次數太多，請重新寄送驗證碼。',
  },
};

export const shell = {
  skip: '跳到正文',
  sections: '選單',
  home: '首頁',
  members: '會員',
  redemptions: '兌換單',
  rewards: '好禮',
  programme: '點數規則',
  settings: '設定',
  more: '更多',
  close: '關閉',
  language: '語言',
  signOut: '登出',
  mallOpen: '開啟商城',
  mallBuilding: '預覽商城',
  notFound: '找不到頁面',
  notFoundDetail: '這個網址沒有內容。',
  toHome: '回到首頁',
};
