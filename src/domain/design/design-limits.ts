/** The most of each part of a design; the console's fields and the server's checks share it. */
export const DESIGN_LIMITS = {
  announcementCharacters: 120,
  bannerTitleCharacters: 60,
  rulesIntroCharacters: 600,
  openingHoursCharacters: 120,
  registrationNumberCharacters: 60,
  linkLabelCharacters: 30,
  hrefCharacters: 500,
  pointsNameCharacters: 20,
  banners: 3,
  links: 6,
} as const;
