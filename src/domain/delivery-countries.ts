/** Where parcels of small shops go; a form puts the shop's own country first. */
export const DELIVERY_COUNTRIES: readonly string[] =
  'CN TW HK MO SG MY JP KR TH VN ID PH IN AU NZ US CA GB IE DE FR NL BE ES PT IT CH AT SE NO DK FI'.split(
    ' ',
  );
