import type { serverAt } from '../support/server.ts';
import type { DayBooks } from './day-books.ts';
import { word } from './day-meeting.ts';
import { CLERKS, type DayPeople, type DayShop, WELCOME_POINTS } from './day-shop.ts';

export type Day = {
  server: ReturnType<typeof serverAt>;
  shop: DayShop;
  people: DayPeople;
  books: DayBooks;
};

/** How each member is called out at the counter. */
export type Numbers = Record<'man' | 'yifan' | 'an', string>;

export const ANNOUNCEMENT = '今天满百送手冲咖啡';

/** The shop is made ready while its people come: the price of a reward falls, two clerks and three members join. */
export async function livesMorning({ shop, people, books }: Day): Promise<Numbers> {
  const { owner, manager, zhou, wu, man, yifan, an } = people;
  const { ties } = shop.rewards;
  const links = { zhou: word<string>(), wu: word<string>() };
  const enrolled = word();
  const phone = `139${String(Date.now()).slice(-8)}`;
  const email = (name: string) => `${name}@${shop.slug}.example`;
  const joins = (member: 'man' | 'yifan' | 'an') =>
    books.write({ kind: 'bonus', member, points: WELCOME_POINTS });

  const [, , , , codeOfMan, codeOfYifan, codeOfAn] = await Promise.all([
    (async () => {
      ties.points = 40;
      await owner.reprice(ties);
      await owner.publishAnnouncement(ANNOUNCEMENT);
    })(),
    (async () => {
      await manager.comeByInvitation(shop.manager);
      links.zhou.say(await manager.makeClerkLink());
      links.wu.say(await manager.makeClerkLink());
      await manager.setPin(shop.manager.pin, shop.manager.password);
    })(),
    (async () => {
      await zhou.join({ url: await links.zhou.heard(), ...CLERKS.zhou });
      await zhou.enrol(phone, '周安');
      await zhou.open();
      joins('an');
      enrolled.say();
    })(),
    (async () => {
      await wu.join({ url: await links.wu.heard(), ...CLERKS.wu });
    })(),
    (async () => {
      await man.joinByPoster(email('man'));
      joins('man');
      return man.showCode();
    })(),
    (async () => {
      await yifan.joinByPoster(email('yifan'));
      joins('yifan');
      return yifan.showCode();
    })(),
    (async () => {
      await enrolled.heard();
      await an.claim(phone);
      return an.showCode();
    })(),
  ]);
  return { man: codeOfMan.number, yifan: codeOfYifan.number, an: codeOfAn.number };
}
