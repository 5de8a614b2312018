/** Finding anything by its name. */
export default {
  title: '搜索',
  open: '搜索',
  hint: '会员、兑换单号、礼品、设置',
  none: '没有找到。试试手机号、会员号或设置的名字。',
  failed: '有些内容暂时查不到，稍后再试。',
  groups: {
    members: '会员',
    redemptions: '兑换单',
    rewards: '礼品',
    places: '页面和设置',
  },
  places: {
    home: {
      name: '首页',
      also: '数据 复购率 活跃会员 兑换率 待办',
    },
    members: {
      name: '会员',
      also: '顾客 名单 手机号',
    },
    joinLinks: {
      name: '渠道码',
      also: '入会链接 二维码 来源',
    },
    redemptions: {
      name: '兑换单',
      also: '订单 发货',
    },
    verify: {
      name: '核销',
      also: '验券 服务券 优惠券 扫码',
    },
    shipByFile: {
      name: '批量发货',
      also: '快递单号 CSV 上传',
    },
    questions: {
      name: '会员提问',
      also: '回复 投诉 积分没到账',
    },
    rewards: {
      name: '礼品',
      also: '商品 优惠券 库存',
    },
    newReward: {
      name: '添加礼品',
      also: '上新 新礼品',
    },
    programme: {
      name: '积分规则',
      also: '赚积分',
    },
    earnRate: {
      name: '积分比例',
      also: '消费得积分 品类',
    },
    signUpBonus: {
      name: '加入送积分',
      also: '注册 新会员 礼',
    },
    expiry: {
      name: '积分有效期',
      also: '到期 年底清零',
    },
    daysUntilEntry: {
      name: '到账天数',
      also: '待入账 退货期',
    },
    clawback: {
      name: '退款收回积分',
      also: '欠分 抵扣',
    },
    design: {
      name: '装修',
      also: '外观 主题 发布',
    },
    pointsName: {
      name: '积分叫什么',
      also: '积分名称',
    },
    logo: {
      name: '店标',
      also: '图标 LOGO',
    },
    colours: {
      name: '颜色',
      also: '主色 配色',
    },
    banners: {
      name: '首页横幅',
      also: '海报 轮播',
    },
    announcement: {
      name: '公告',
      also: '通知',
    },
    footer: {
      name: '页脚',
      also: '营业时间 备案号 微信 地图 链接',
    },
    poster: {
      name: '海报和台卡',
      also: '二维码 打印 分享',
    },
    settings: {
      name: '设置',
      also: '店铺 全部设置',
    },
    shop: {
      name: '店铺资料',
      also: '店名 语言 币种 地址',
    },
    timeZone: {
      name: '时区',
      also: '时间 日期 当地时间',
    },
    contact: {
      name: '联系方式',
      also: '电话 微信 邮箱 地址',
    },
    staff: {
      name: '店员',
      also: '同事 邀请 角色 权限',
    },
    payments: {
      name: '收款',
      also: 'Stripe 刷卡 线上收款',
    },
    counterPayment: {
      name: '到店付',
      also: '现金',
    },
    letters: {
      name: '会员邮件',
      also: '邮件 发信 记录',
    },
    notices: {
      name: '通知',
      also: '邮件 提醒 发给我',
    },
    widget: {
      name: '小组件',
      also: '网站 嵌入',
    },
    apiKeys: {
      name: '接口密钥',
      also: 'API 开发',
    },
    auditLog: {
      name: '操作记录',
      also: '谁做了什么 日志',
    },
    you: {
      name: '你的名字',
      also: '账号 我',
    },
    counter: {
      name: '收银台',
      also: '给积分 扫码 店员',
    },
    slip: {
      name: '日结单',
      also: '今天给了多少 交班',
    },
    importMembers: {
      name: '导入老会员',
      also: '纸质会员卡 表格 CSV Excel',
    },
    memberQuestions: {
      name: '会员资料问题',
      also: '生日 尺码 问卷',
    },
    counterLimits: {
      name: '店员额度',
      also: '每笔上限 每天上限 品类 服务项目 收银台设置',
    },
    domain: {
      name: '商城地址',
      also: '域名 网址 二级域名',
    },
    plan: {
      name: '套餐',
      also: '价格 升级 活跃会员 费用',
    },
    developers: {
      name: '我要接入自己的系统',
      also: '开发者 API 接口 对接',
    },
    branches: {
      name: '门店',
      also: '分店 地址 营业时间 地图',
    },
    delivery: {
      name: '配送和自提',
      also: '寄送 快递 物流',
    },
    deliveryAreas: {
      name: '配送地区',
      also: '寄到哪里 省份 国家 不配送',
    },
    shippingFee: {
      name: '运费',
      also: '包邮 到付 邮费',
    },
    pickUp: {
      name: '到店自提',
      also: '自取 门店',
    },
    returns: {
      name: '退换',
      also: '退货 换货 售后 政策',
    },
    languages: {
      name: '语言',
      also: '商城语言 默认语言 繁体 英文',
    },
    closeShop: {
      name: '关店',
      also: '关闭 退出 注销 停业',
    },
    exportAll: {
      name: '导出全部数据',
      also: '下载 备份 ZIP',
    },
  },
};
