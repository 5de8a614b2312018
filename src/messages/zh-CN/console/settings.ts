export const settings = {
  title: '设置',
  shop: { title: '店铺资料', what: '名称、语言、时区' },
  staff: { title: '店员', what: '邀请店员和店长，调整角色' },
  apiKeys: { title: '接口密钥', what: '接入你自己的网站或收银系统' },
  auditLog: { title: '操作记录', what: '谁在什么时候做了什么' },
};

export const shop = {
  name: '店铺名称',
  locale: '商城语言',
  localeHint: '读其他语言的访客会看到自己的语言。',
  timeZone: '时区',
  timeZoneHint: '已经发出的积分，有效期不变。',
  timeZoneNone: '没有这个时区',
  fixed: '地址 {host} 和币种 {currency} 保持不变。',
  shop: '店铺',
  missing: '请填写',
  pointsName: '积分叫什么',
  pointOne: '英文（单数）',
  pointOther: '英文（复数）',
  contact: '会员怎么联系你',
  contactHint: '会显示在商城里，不想显示的留空。',
  phone: '电话',
  email: '邮箱',
  address: '地址',
};
