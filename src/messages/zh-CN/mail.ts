import type { Catalogue } from '../catalogue.ts';
import type en from '../en/mail.ts';

export default {
  signInCode: {
    subject: '{code} 是你在{shop}的登录验证码',
    message: '{code} 是你在{shop}的登录验证码，{minutes, plural, other {# 分钟}}内有效。请不要告诉任何人。',
    body: '验证码 {code}，{minutes, plural, other {# 分钟}}内有效，只能用一次。\n\n如果不是你本人操作，请忽略这条消息。',
  },
  emailCode: {
    subject: '{code} 是你的 Pointmall 验证码',
    body: '请在注册页面输入 {code}，{minutes, plural, other {# 分钟}}内有效。\n\n如果不是你在注册，请忽略这封邮件。',
  },
  passwordCode: {
    subject: '{code} 是你的重设密码验证码',
    body: '输入 {code} 就能设置新密码，{minutes, plural, other {# 分钟}}内有效。\n\n如果不是你本人操作，请忽略这封邮件，密码不会改变。',
  },
  shopCloses: {
    asked: {
      subject: '{shop} 将于 {date}关闭',
      body: '店主已申请关闭 {shop}。最后一天是 {date}，在此之前会员可以兑换{unit}，商城里也会这样提示。\n\n想继续营业，随时可以在这里撤回：\n\n{link}\n\n不会删除任何数据。关店后，在 {until}之前都可以重新开张。',
    },
    soon: {
      subject: '{shop} 三天后关闭',
      body: '{shop} 将在 {date}结束时关闭。还没发的货、要退的现金、全部数据的导出，以及撤回关店，都在这里：\n\n{link}',
    },
    closed: {
      subject: '{shop} 已关闭',
      body: '{shop} 已关闭。会员还能查看自己的内容，但不能再兑换。管理后台仍然可用，可以发完剩下的货、导出数据；在 {until}之前可以按原样重新开张：\n\n{link}',
    },
  },
  invitation: {
    subject: '{inviter} 邀请你加入{shop}',
    body: '{inviter} 邀请你一起打理{shop}的积分商城。请用这个邮箱注册或登录：\n\n{link}\n\n邀请 {days, plural, other {# 天}}内有效。',
  },
  letter: {
    seeOrder: '查看兑换记录',
    confirmed: {
      subject: '{shop}：{name}兑换成功（单号 {number}）',
      title: '{name} · {price}',
      pickUp: '店铺会为你留着，备好后再告诉你。',
      goods: '店铺已收到你的兑换，正在备货。备货前可以取消，{unit}原路退回。',
      voucher: '使用时向店员出示兑换码，只能用一次。',
      until: '{date}前有效。',
      code: '兑换码',
    },
    ready: {
      subject: '{shop}：{name}已备好，等你来取（单号 {number}）',
      title: '{name}已备好，等你来取',
      body: '方便时到店，报单号 {number} 或出示会员码。',
    },
    handedOver: {
      subject: '{shop}：{name}已当面取走（单号 {number}）',
      title: '{name}已当面取走',
      body: '在店里用 {price}兑换，已经交到你手上。',
      notYou: '不是你本人？请马上联系店铺。',
    },
    shipped: {
      subject: '{shop}：{name}已发货（单号 {number}）',
      title: '{name}已发货',
      body: '凭这个单号可以在物流公司查询包裹。',
      received: '收到后，请在兑换记录里点“已收到”。',
    },
    cancelled: {
      subject: '{shop}：兑换单 {number} 已取消',
      title: '{name}已取消',
      byMember: '是你取消的。',
      byShop: '由店铺取消。',
      unpaid: '现金部分没有按时付款。',
      points: '{points}已退回你的账户。',
      free: '{points}只是占用，现已释放。',
      toCard: '{amount}将退回付款的银行卡，银行一般 5–10 天到账。',
      inShop: '{amount}由店铺当面退给你。',
    },
    refunded: {
      subject: '{shop}：已退款 {amount}（单号 {number}）',
      title: '已退款 {amount}',
      toCard: '{name}，单号 {number}：退回付款的银行卡，银行一般 5–10 天到账。',
      byHand: '{name}，单号 {number}：由店铺退给你。',
    },
    answered: {
      subject: '{shop}回复了你的提问',
      asked: '你的提问：{text}',
      see: '到商城查看',
    },
    closed: {
      subject: '你在{shop}的账户已注销',
      body: '能认出你的资料已经抹去，之后不会再有邮件。如果不是你本人注销的，请马上联系店铺。',
    },
    reach: '有问题？{contact}',
    why: '这封邮件说的是你在{shop}账户里的事，不是广告。',
    settings: '选择要收哪些邮件',
  },
  notice: {
    subject: '{shop}：{list}',
    title: '有事等你处理',
    kinds: {
      to_ship: '{count, number} 件兑换待发货',
      to_hand_over: '{count, number} 件自提待备货',
      after_sales: '{count, number} 件取消或退款待处理',
      question: '{count, number} 个提问待回复',
      missing_points: '{count, number} 个积分申诉',
      stock: '{count, number} 件礼品库存不足',
    },
    redemption: '{name} · 单号 {number}',
    order: '订单号 {number}',
    left: '{name}：{units, plural, =0 {已兑完} other {只剩 # 件}}',
    open: '打开后台',
    why: '你在管理{shop}，所以会收到这封邮件。',
    settings: '选择要收哪些通知',
    test: {
      subject: '{shop}：通知邮件能收到',
      title: '通知邮件能收到',
      body: '{shop}有事等你处理时，就这样写信告诉你。现在没有发生什么。',
    },
  },
} satisfies Catalogue<typeof en>;
