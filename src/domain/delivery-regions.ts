import { LOCALES, type Locale } from './locale.ts';
import type { DeliveryArea } from './shop-settings.ts';

/** `code zh-CN|zh-TW|en`, as people write them first in an address. */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  CN: [
    'BJ 北京|北京|Beijing',
    'TJ 天津|天津|Tianjin',
    'HE 河北|河北|Hebei',
    'SX 山西|山西|Shanxi',
    'NM 内蒙古|內蒙古|Inner Mongolia',
    'LN 辽宁|遼寧|Liaoning',
    'JL 吉林|吉林|Jilin',
    'HL 黑龙江|黑龍江|Heilongjiang',
    'SH 上海|上海|Shanghai',
    'JS 江苏|江蘇|Jiangsu',
    'ZJ 浙江|浙江|Zhejiang',
    'AH 安徽|安徽|Anhui',
    'FJ 福建|福建|Fujian',
    'JX 江西|江西|Jiangxi',
    'SD 山东|山東|Shandong',
    'HA 河南|河南|Henan',
    'HB 湖北|湖北|Hubei',
    'HN 湖南|湖南|Hunan',
    'GD 广东|廣東|Guangdong',
    'GX 广西|廣西|Guangxi',
    'HI 海南|海南|Hainan',
    'CQ 重庆|重慶|Chongqing',
    'SC 四川|四川|Sichuan',
    'GZ 贵州|貴州|Guizhou',
    'YN 云南|雲南|Yunnan',
    'XZ 西藏|西藏|Tibet',
    'SN 陕西|陝西|Shaanxi',
    'GS 甘肃|甘肅|Gansu',
    'QH 青海|青海|Qinghai',
    'NX 宁夏|寧夏|Ningxia',
    'XJ 新疆|新疆|Xinjiang',
  ],
  TW: [
    'TPE 台北|臺北|Taipei',
    'NWT 新北|新北|New Taipei',
    'TAO 桃园|桃園|Taoyuan',
    'TXG 台中|臺中|Taichung',
    'TNN 台南|臺南|Tainan',
    'KHH 高雄|高雄|Kaohsiung',
    'KEE 基隆|基隆|Keelung',
    'HSZ 新竹市|新竹市|Hsinchu City',
    'HSQ 新竹县|新竹縣|Hsinchu County',
    'MIA 苗栗|苗栗|Miaoli',
    'CHA 彰化|彰化|Changhua',
    'NAN 南投|南投|Nantou',
    'YUN 云林|雲林|Yunlin',
    'CYI 嘉义市|嘉義市|Chiayi City',
    'CYQ 嘉义县|嘉義縣|Chiayi County',
    'PIF 屏东|屏東|Pingtung',
    'ILA 宜兰|宜蘭|Yilan',
    'HUA 花莲|花蓮|Hualien',
    'TTT 台东|臺東|Taitung',
    'PEN 澎湖|澎湖|Penghu',
    'KIN 金门|金門|Kinmen',
    'LIE 连江|連江|Lienchiang',
  ],
};

export type Region = { code: string; names: { [locale in Locale]: string } };

/** The provinces or cities that a shop may choose of a country; none where it is sent to as a whole. */
export function regionsOf(country: string): Region[] {
  return (REGIONS[country] ?? []).map((line) => {
    const space = line.indexOf(' ');
    const names = line.slice(space + 1).split('|');
    const named = LOCALES.map((locale, at) => [locale, names[at] ?? '']);
    return { code: line.slice(0, space), names: Object.fromEntries(named) as Region['names'] };
  });
}

type Place = { country: string; region: string; city: string };

/** Whether parcels go to an address. What names no region that is known is not sent to a part of a country. */
export function delivers(areas: readonly DeliveryArea[] | null, place: Place): boolean {
  if (areas === null) return true;
  const area = areas.find(({ country }) => country === place.country);
  if (!area) return false;
  if (area.regions === null) return true;
  const found = regionCode(place);
  return found !== null && area.regions.includes(found);
}

/** The region that an address names, in its own line, else in the city's: 市 stand there for themselves. */
export function regionCode({ country, region, city }: Place): string | null {
  const regions = regionsOf(country);
  const namedIn = (text: string) => {
    const typed = plain(text);
    const fits = (name: string) => typed.startsWith(plain(name));
    return regions.find(({ names }) => LOCALES.some((locale) => fits(names[locale])))?.code ?? null;
  };
  return namedIn(region) ?? namedIn(city);
}

/** Without case, spaces and marks; 臺 is often typed 台. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('臺', '台')
    .replaceAll(/[\s.'’-]/g, '');
}
