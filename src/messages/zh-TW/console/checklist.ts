/** A new shop's first steps on Home. */
export default {
  title: '開張之後，先做這幾件',
  progress: '{done, number}/{all, number}，再 {left, number} 步就齊了',
  progressOptional: '{done, number}/{all, number}，剩下的可做可不做',
  hide: '收起清單',
  hidden: '清單已收起',
  undo: '復原',
  optional: '選填',
  done: '已完成',
  toDo: '待完成',
  items: {
    rewards: '上架 3 件好禮',
    sheet: '列印桌卡',
    points: '給出第一筆點數',
    staff: '邀請店員',
    imports: '匯入舊會員',
    payments: '開通線上收款',
  },
  why: {
    rewards: '現在 {count, number} 件。有得挑，會員才想累積。',
    sheet: '海報和桌卡已經畫好，存下來就能列印。',
    points: '在櫃檯輸入手機號碼和金額就行，新會員順手就加入了。',
    staff: '店員用自己的帳號給點數、核銷。',
    imports: '從紙卡或試算表搬過來，連同已有的點數，也能整批撤回。',
    payments: '會員可以用點數加現金兌換。',
  },
};
