/** Finding anything by its name. */
export default {
  title: '搜尋',
  open: '搜尋',
  hint: '會員、兌換單號、好禮、設定',
  none: '沒有找到。試試手機號碼、會員編號或設定的名稱。',
  failed: '有些內容暫時查不到，稍後再試。',
  groups: {
    members: '會員',
    redemptions: '兌換單',
    rewards: '好禮',
    places: '頁面和設定',
  },
  places: {
    home: {
      name: '首頁',
      also: '數據 回購率 活躍會員 兌換率 待辦',
    },
    members: {
      name: '會員',
      also: '顧客 名單 手機',
    },
    joinLinks: {
      name: '管道 QR',
      also: '入會連結 來源',
    },
    redemptions: {
      name: '兌換單',
      also: '訂單 出貨',
    },
    verify: {
      name: '核銷',
      also: '驗券 服務券 優惠券 掃碼',
    },
    shipByFile: {
      name: '批次出貨',
      also: '物流單號 CSV 上傳',
    },
    questions: {
      name: '會員提問',
      also: '回覆 客訴 點數未入帳',
    },
    rewards: {
      name: '好禮',
      also: '商品 優惠券 庫存',
    },
    newReward: {
      name: '新增好禮',
      also: '上新',
    },
    programme: {
      name: '點數規則',
      also: '賺點數',
    },
    earnRate: {
      name: '回饋比例',
      also: '消費得點數 品類',
    },
    signUpBonus: {
      name: '加入送點數',
      also: '註冊 新會員 禮',
    },
    expiry: {
      name: '點數效期',
      also: '到期 年底歸零',
    },
    daysUntilEntry: {
      name: '入帳天數',
      also: '待入帳 退貨期',
    },
    clawback: {
      name: '退款收回點數',
      also: '欠點 抵扣',
    },
    design: {
      name: '店面設計',
      also: '外觀 主題 發布',
    },
    pointsName: {
      name: '點數叫什麼',
      also: '點數名稱',
    },
    logo: {
      name: '店標',
      also: '圖示 LOGO',
    },
    colours: {
      name: '顏色',
      also: '主色 配色',
    },
    banners: {
      name: '首頁橫幅',
      also: '輪播',
    },
    announcement: {
      name: '公告',
      also: '通知',
    },
    footer: {
      name: '頁尾',
      also: '營業時間 地圖 連結',
    },
    poster: {
      name: '海報和桌卡',
      also: 'QR 列印 分享',
    },
    settings: {
      name: '設定',
      also: '店鋪 全部設定',
    },
    shop: {
      name: '店鋪資料',
      also: '店名 語言 幣別 地址',
    },
    timeZone: {
      name: '時區',
      also: '時間 日期 當地時間',
    },
    contact: {
      name: '聯絡方式',
      also: '電話 信箱 地址',
    },
    staff: {
      name: '店員',
      also: '同事 邀請 角色 權限',
    },
    payments: {
      name: '收款',
      also: 'Stripe 刷卡 線上收款',
    },
    counterPayment: {
      name: '到店付款',
      also: '現金',
    },
    letters: {
      name: '會員郵件',
      also: '郵件 寄信 紀錄',
    },
    notices: {
      name: '通知',
      also: '郵件 提醒 寄給我',
    },
    widget: {
      name: '小工具',
      also: '網站 嵌入',
    },
    apiKeys: {
      name: 'API 金鑰',
      also: '開發',
    },
    auditLog: {
      name: '操作紀錄',
      also: '誰做了什麼',
    },
    you: {
      name: '您的名字',
      also: '帳號 我',
    },
    counter: {
      name: '櫃檯',
      also: '給點數 掃碼 店員',
    },
    slip: {
      name: '日結單',
      also: '今天給了多少 交班',
    },
    importMembers: {
      name: '匯入舊會員',
      also: '紙本會員卡 表格 CSV Excel',
    },
    memberQuestions: {
      name: '會員資料問題',
      also: '生日 尺寸 問卷',
    },
    counterLimits: {
      name: '店員額度',
      also: '每筆上限 每日上限 品類 服務項目 櫃檯設定',
    },
    domain: {
      name: '商城網址',
      also: '網域 網址 子網域',
    },
    plan: {
      name: '方案',
      also: '價格 升級 活躍會員 費用',
    },
    developers: {
      name: '我要串接自己的系統',
      also: '開發者 API 介面 串接',
    },
    branches: {
      name: '門市',
      also: '分店 地址 營業時間 地圖',
    },
    delivery: {
      name: '配送與自取',
      also: '寄送 快遞 物流',
    },
    deliveryAreas: {
      name: '配送地區',
      also: '寄到哪裡 縣市 國家 不配送',
    },
    shippingFee: {
      name: '運費',
      also: '免運 到付 郵資',
    },
    pickUp: {
      name: '門市自取',
      also: '自取 門市',
    },
    returns: {
      name: '退換',
      also: '退貨 換貨 售後 政策',
    },
    languages: {
      name: '語言',
      also: '商城語言 預設語言 簡體 英文',
    },
    closeShop: {
      name: '關店',
      also: '關閉 退出 註銷 停業',
    },
    exportAll: {
      name: '匯出全部資料',
      also: '下載 備份 ZIP',
    },
  },
};
