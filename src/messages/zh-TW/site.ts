import type { Catalogue } from '../catalogue.ts';
import type en from '../en/site.ts';

export default {
  name: 'Pointmall',
  hero: '今晚就能開張的點數商城',
  lead: '讓買過的人再回來：消費得點數，點數換好禮。',
  start: '免費開店',
  signIn: '商家登入',
  see: '看三家示範店',
  demos: '示範店',
  demosLead: '用手機打開一家看看，裡面都是真的能用。',
  open: '打開{shop}',
  reasons: '為什麼選它',
  minutesTitle: '兩分鐘開店',
  minutes: '店名、電子郵件、行業，規則已經填好，想改哪裡就改哪裡。',
  exactTitle: '每一點都對得上',
  exact: '每一筆都說得出原因，帳目核對到每一點。',
  ownTitle: '您自己的商城',
  own: '您的網址、您的顏色、您為點數取的名字，三種語言。',
  widgetDocs: '把小工具放到您自己的網站',
  language: '語言',
  skip: '跳到內容',
  notFoundTitle: '找不到此頁面',
  notFound: '此網址沒有內容。',
} satisfies Catalogue<typeof en>;
