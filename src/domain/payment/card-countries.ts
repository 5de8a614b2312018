const codes = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Every country and region of ISO 3166-1 that people live in, by its code. */
export const COUNTRIES: readonly string[] = codes(`
  AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ
  CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK
  FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT
  JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML
  MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM
  PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD
  TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`);

/**
 * Where Stripe opens accounts that charge cards, by stripe.com/global. Left out: those it opens on
 * request only (IN, ID) and those of its partner network (GH, KE, NG, ZA). A platform may be let do
 * less, by its own country: Stripe then refuses, and the shop is told the same.
 */
const CARD_COUNTRIES = new Set(
  codes(`
  AE AT AU BE BG BR CA CH CY CZ DE DK EE ES FI FR GB GI GR HK HR HU IE IT JP LI LT LU LV MT MX MY NL NO NZ
  PL PT RO SE SG SI SK TH US`),
);

/** Whether a shop of that country can have an account that takes cards. */
export function cardsCanBeHad(country: string): boolean {
  return CARD_COUNTRIES.has(country);
}

/** The country that a shop's currency belongs to: ISO 4217 begins with ISO 3166; shared ones have none. */
export function homeCountryOf(currency: string): string | null {
  const code = currency.slice(0, 2);
  return COUNTRIES.includes(code) ? code : null;
}
