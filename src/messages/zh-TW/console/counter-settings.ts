export default {
  limits: '店員自己能給多少',
  limitsHint: '超過時櫃檯會要店長的 PIN，操作紀錄會寫明是誰同意的。店主和店長不受限制。',
  nobodyApproves: '還沒有人能核准：超過上限的點數給不出去。請先設定 PIN。',
  setPin: '去設定 PIN',
  grantPoints: '每筆最多（{unit}）',
  dayPoints: '每天最多（{unit}）',
  categories: '品類',
  categoriesHint: '輸入金額時點一下就能選。各依點數規則裡的比例計；沒有單獨比例的，依其他商品計。',
  category: {
    name: '品類 {position, number}',
    add: '新增品類',
    remove: '刪除 {name}',
  },
  services: '服務項目',
  servicesHint: '客人到店做什麼。每次到店在消費所得之外另得 {points}。',
  servicesHintNone: '客人到店做什麼。在點數規則裡寫明每次到店得多少{unit}，這裡才會給。',
  service: {
    name: '服務 {position, number}',
    add: '新增服務',
    remove: '刪除 {name}',
  },
  faults: {
    points: '請輸入 1 到 10,000,000 的整數',
    below: '每天的額度不能低於每筆的額度',
    missing: '請輸入名稱，或者刪除',
    twice: '已經有這一項了',
  },
};
