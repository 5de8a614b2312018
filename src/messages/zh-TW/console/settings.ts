export const settings = {
  title: '設定',
  shop: { title: '商店資料', what: '名稱、語言、時區' },
  staff: { title: '店員', what: '邀請店員和店長，調整角色' },
  apiKeys: { title: 'API 金鑰', what: '串接您自己的網站或收銀系統' },
  auditLog: { title: '操作紀錄', what: '誰在什麼時候做了什麼' },
};

export const shop = {
  name: '商店名稱',
  locale: '商城語言',
  localeHint: '讀其他語言的訪客會看到自己的語言。',
  timeZone: '時區',
  timeZoneHint: '已經發出的點數，有效期不變。',
  timeZoneNone: '沒有這個時區',
  fixed: '網址 {host} 和幣別 {currency} 保持不變。',
  shop: '商店',
  missing: '請填寫',
  pointsName: '點數叫什麼',
  pointOne: '英文（單數）',
  pointOther: '英文（複數）',
  contact: '會員怎麼聯絡您',
  contactHint: '會顯示在商城裡，不想顯示的留空。',
  phone: '電話',
  email: '電子郵件',
  address: '地址',
};
