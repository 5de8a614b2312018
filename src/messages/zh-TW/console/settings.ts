export const settings = {
  title: '設定',
  you: { title: '您的名字', what: '同事和操作紀錄裡如何稱呼您' },
  shop: { title: '商店資料', what: '名稱、語言、時區' },
  staff: { title: '店員', what: '邀請店員和店長，調整角色' },
  counter: { title: '櫃檯', what: '店員的額度、品類和服務項目' },
  payments: { title: '收款', what: '線上收款、到店付' },
  apiKeys: { title: 'API 金鑰', what: '串接您自己的網站或收銀系統' },
  widget: { title: '小工具', what: '把點數放到您自己的網站上' },
  auditLog: { title: '操作紀錄', what: '誰在什麼時候做了什麼' },
  exportAll: {
    title: '匯出全部資料',
    what: '會員、點數、訂單、兌換單、好禮和規則，以表格放進一個 ZIP，不含圖片',
  },
};

export const you = {
  name: '您的名字',
  nameHint: '同事和操作紀錄裡會看到，會員看不到。',
  nameMissing: '請填寫您的名字',
  signedInAs: '登入帳號：{email}',
};

export const shop = {
  name: '商店名稱',
  locale: '商城語言',
  localeHint: '讀其他語言的訪客會看到自己的語言。',
  timeZone: '時區',
  timeZoneFixed: '開張後不能改：點數的有效期和每天的統計都按它算。',
  timeZoneUntilOpen: '開張後就不能再改了。',
  phoneWrong: '請輸入能撥通的電話號碼',
  emailWrong: '請輸入完整的電子郵件信箱，例如 name@example.com',
  fixed: '網址 {host} 和幣別 {currency} 保持不變。',
  shop: '商店',
  missing: '請填寫',
  contact: '會員怎麼聯絡您',
  contactHint: '會顯示在商城裡，不想顯示的留空。',
  phone: '電話',
  email: '電子郵件',
  wechat: '微信 ID',
  address: '地址',
};

export const timeZones = {
  label: '時區',
  none: '沒有這個時區',
  cities: {
    shanghai: '北京、上海',
    taipei: '台北',
    hongKong: '香港',
    macau: '澳門',
    singapore: '新加坡',
    kualaLumpur: '吉隆坡',
    tokyo: '東京',
    seoul: '首爾',
    bangkok: '曼谷',
    manila: '馬尼拉',
    jakarta: '雅加達',
    sydney: '雪梨',
    auckland: '奧克蘭',
    losAngeles: '洛杉磯',
    newYork: '紐約',
    toronto: '多倫多',
    london: '倫敦',
    paris: '巴黎',
    berlin: '柏林',
  },
};
