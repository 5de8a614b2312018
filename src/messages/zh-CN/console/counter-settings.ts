export default {
  limits: '店员自己能给多少',
  limitsHint: '超过时收银台会要店长的 PIN，操作记录里写明是谁同意的。店主和店长不受限制。',
  nobodyApproves: '还没有人能批准：超过上限的积分给不出去。先设一个 PIN。',
  setPin: '去设 PIN',
  grantPoints: '每笔最多（{unit}）',
  dayPoints: '每天最多（{unit}）',
  categories: '品类',
  categoriesHint: '输金额时点一下就能选。各按积分规则里的比例计；没有单独比例的，按其他商品计。',
  category: {
    name: '品类 {position, number}',
    add: '添加品类',
    remove: '删除 {name}',
  },
  services: '服务项目',
  servicesHint: '客人到店做什么。每次到店在消费所得之外另得 {points}。',
  servicesHintNone: '客人到店做什么。在积分规则里写明每次到店得多少{unit}，这里才会给。',
  service: {
    name: '服务 {position, number}',
    add: '添加服务',
    remove: '删除 {name}',
  },
  faults: {
    points: '请输入 1 到 10,000,000 的整数',
    below: '每天的额度不能低于每笔的额度',
    missing: '请输入名称，或者删除',
    twice: '已经有这一项了',
  },
};
