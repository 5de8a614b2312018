import type { Catalogue } from '../catalogue.ts';
import type en from '../en/mail.ts';

export default {
  signInCode: {
    subject: '{code} 是您在{shop}的登入驗證碼',
    message: '{code} 是您在{shop}的登入驗證碼，{minutes, plural, other {# 分鐘}}內有效。請勿告訴任何人。',
    body: '驗證碼 {code}，{minutes, plural, other {# 分鐘}}內有效，限用一次。\n\n若非您本人操作，請忽略此訊息。',
  },
  emailCode: {
    subject: '{code} 是您的 Pointmall 驗證碼',
    body: '請在註冊頁面輸入 {code}，{minutes, plural, other {# 分鐘}}內有效。\n\n若非您本人註冊，請忽略這封郵件。',
  },
  passwordCode: {
    subject: '{code} 是您的重設密碼驗證碼',
    body: '輸入 {code} 即可設定新密碼，{minutes, plural, other {# 分鐘}}內有效。\n\n若非您本人操作，請忽略這封郵件，密碼不會改變。',
  },
  shopCloses: {
    asked: {
      subject: '{shop} 將於 {date}關閉',
      body: '店主已申請關閉 {shop}。最後一天是 {date}，在此之前會員可以兌換{unit}，商城裡也會這樣提示。\n\n想繼續營業，隨時可以在這裡撤回：\n\n{link}\n\n不會刪除任何資料。關店後，在 {until}之前都可以重新開張。',
    },
    soon: {
      subject: '{shop} 三天後關閉',
      body: '{shop} 將在 {date}結束時關閉。還沒出的貨、要退的現金、全部資料的匯出，以及撤回關店，都在這裡：\n\n{link}',
    },
    closed: {
      subject: '{shop} 已關閉',
      body: '{shop} 已關閉。會員還能查看自己的內容，但無法再兌換。管理後台仍然可用，可以出完剩下的貨、匯出資料；在 {until}之前可以照原樣重新開張：\n\n{link}',
    },
  },
  invitation: {
    subject: '{inviter} 邀請您加入{shop}',
    body: '{inviter} 邀請您一起打理{shop}的點數商城。請用這個電子信箱註冊或登入：\n\n{link}\n\n邀請 {days, plural, other {# 天}}內有效。',
  },
  letter: {
    seeOrder: '查看兌換紀錄',
    confirmed: {
      subject: '{shop}：{name}兌換成功（單號 {number}）',
      title: '{name} · {price}',
      pickUp: '店家會為您保留，備好後再通知您。',
      goods: '店家已收到您的兌換，正在備貨。備貨前可以取消，{unit}原路退回。',
      voucher: '使用時向店員出示兌換碼，限用一次。',
      until: '{date}前有效。',
      code: '兌換碼',
    },
    ready: {
      subject: '{shop}：{name}已備好，等您來取（單號 {number}）',
      title: '{name}已備好，等您來取',
      body: '方便時到店，告知單號 {number} 或出示會員條碼。',
    },
    handedOver: {
      subject: '{shop}：{name}已當面領取（單號 {number}）',
      title: '{name}已當面領取',
      body: '在店內用 {price}兌換，已經交到您手上。',
      notYou: '不是您本人？請馬上聯絡店家。',
    },
    shipped: {
      subject: '{shop}：{name}已出貨（單號 {number}）',
      title: '{name}已出貨',
      body: '憑此單號可向物流公司查詢包裹。',
      received: '收到後，請在兌換紀錄中點「已收到」。',
    },
    cancelled: {
      subject: '{shop}：兌換單 {number} 已取消',
      title: '{name}已取消',
      byMember: '由您本人取消。',
      byShop: '由店家取消。',
      unpaid: '現金部分未在期限內付款。',
      points: '{points}已退回您的帳戶。',
      free: '{points}只是保留，現已釋出。',
      toCard: '{amount}將退回付款的信用卡，銀行約需 5–10 天入帳。',
      inShop: '{amount}由店家當面退還給您。',
    },
    refunded: {
      subject: '{shop}：已退款 {amount}（單號 {number}）',
      title: '已退款 {amount}',
      toCard: '{name}，單號 {number}：退回付款的信用卡，銀行約需 5–10 天入帳。',
      byHand: '{name}，單號 {number}：由店家退還給您。',
    },
    answered: {
      subject: '{shop}回覆了您的提問',
      asked: '您的提問：{text}',
      see: '到商城查看',
    },
    closed: {
      subject: '您在{shop}的帳戶已註銷',
      body: '能辨識您的資料已經刪除，之後不會再有郵件。若非您本人註銷，請立即聯絡店家。',
    },
    reach: '有問題？{contact}',
    why: '這封郵件說明您在{shop}帳戶中的事，不是廣告。',
    settings: '選擇要收哪些郵件',
  },
  notice: {
    subject: '{shop}：{list}',
    title: '有事等您處理',
    kinds: {
      to_ship: '{count, number} 件兌換待出貨',
      to_hand_over: '{count, number} 件自取待備貨',
      after_sales: '{count, number} 件取消或退款待處理',
      question: '{count, number} 個提問待回覆',
      missing_points: '{count, number} 個點數申訴',
      stock: '{count, number} 件好禮庫存不足',
    },
    redemption: '{name} · 單號 {number}',
    order: '訂單編號 {number}',
    left: '{name}：{units, plural, =0 {已兌完} other {只剩 # 件}}',
    open: '開啟後台',
    why: '您在管理{shop}，所以會收到這封郵件。',
    settings: '選擇要收哪些通知',
    test: {
      subject: '{shop}：通知郵件收得到',
      title: '通知郵件收得到',
      body: '{shop}有事等您處理時，就這樣寫信告訴您。現在沒有發生什麼。',
    },
  },
} satisfies Catalogue<typeof en>;
