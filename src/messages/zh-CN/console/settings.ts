export const settings = {
  title: '设置',
  you: { title: '你的名字', what: '同事和操作记录里怎么称呼你' },
  shop: { title: '店铺资料', what: '名称、语言、时区' },
  staff: { title: '店员', what: '邀请店员和店长，调整角色' },
  counter: { title: '收银台', what: '店员的额度、品类和服务项目' },
  payments: { title: '收款', what: '线上收款、到店付' },
  apiKeys: { title: '接口密钥', what: '接入你自己的网站或收银系统' },
  widget: { title: '小组件', what: '把积分放到你自己的网站上' },
  auditLog: { title: '操作记录', what: '谁在什么时候做了什么' },
  exportAll: {
    title: '导出全部数据',
    what: '会员、积分、订单、兑换单、礼品和规则，表格打包成一个 ZIP，不含图片',
  },
};

export const you = {
  name: '你的名字',
  nameHint: '同事和操作记录里会看到，会员看不到。',
  nameMissing: '请填写你的名字',
  signedInAs: '登录账号：{email}',
};

export const shop = {
  name: '店铺名称',
  locale: '商城语言',
  localeHint: '读其他语言的访客会看到自己的语言。',
  timeZone: '时区',
  timeZoneFixed: '开张后不能改：积分的有效期和每天的统计都按它算。',
  timeZoneUntilOpen: '开张后就不能再改了。',
  phoneWrong: '请输入能拨通的电话号码',
  emailWrong: '请输入完整的邮箱地址，例如 name@example.com',
  fixed: '地址 {host} 和币种 {currency} 保持不变。',
  shop: '店铺',
  missing: '请填写',
  contact: '会员怎么联系你',
  contactHint: '会显示在商城里，不想显示的留空。',
  phone: '电话',
  email: '邮箱',
  wechat: '微信号',
  address: '地址',
};

export const timeZones = {
  label: '时区',
  none: '没有这个时区',
  cities: {
    shanghai: '北京、上海',
    taipei: '台北',
    hongKong: '香港',
    macau: '澳门',
    singapore: '新加坡',
    kualaLumpur: '吉隆坡',
    tokyo: '东京',
    seoul: '首尔',
    bangkok: '曼谷',
    manila: '马尼拉',
    jakarta: '雅加达',
    sydney: '悉尼',
    auckland: '奥克兰',
    losAngeles: '洛杉矶',
    newYork: '纽约',
    toronto: '多伦多',
    london: '伦敦',
    paris: '巴黎',
    berlin: '柏林',
  },
};
