import type { Catalogue } from '../catalogue.ts';
import type en from '../en/site.ts';

export default {
  name: 'Pointmall',
  hero: '今晚就开张的积分商城',
  lead: '让买过的人再来：消费得积分，积分换好礼。',
  start: '免费开店',
  signIn: '商家登录',
  see: '看三家示例店',
  demos: '示例店',
  demosLead: '用手机打开一家看看，里面都是真能用的。',
  open: '打开{shop}',
  reasons: '为什么用它',
  minutesTitle: '两分钟开店',
  minutes: '店名、邮箱、行业，规则已经填好，想改哪里改哪里。',
  exactTitle: '每一分都对得上',
  exact: '每一笔都说得清为什么，账目核对到分。',
  ownTitle: '是你自己的商城',
  own: '你的地址、你的颜色、你给积分起的名字，三种语言。',
  widgetDocs: '把小组件放到你自己的网站',
  language: '语言',
  skip: '跳到内容',
  notFoundTitle: '没有这个页面',
  notFound: '这个地址没有内容。',
} satisfies Catalogue<typeof en>;
