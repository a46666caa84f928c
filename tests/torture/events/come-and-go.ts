// The merchant uninstalls the app, and opens it again later. Meanwhile the shop goes on selling, and nobody tells the app.
// What is on its way is waited for: of a lost merge, or of two changes within a second, the orders alone don't always tell
// (decision 051). Nor do they come back before the app has heard that they left: until their next visit it would count them as gone
// (decision 084).
import type { TortureEvent } from './torture-event.ts';

export const comeAndGo: TortureEvent = {
  name: 'uninstall or reinstall',
  weight: 0.12,
  draw(_random, history, { merchant }) {
    const { shop } = history;
    return async () => {
      if (history.away) {
        await merchant.untilLeft(shop.domain);
        await merchant.openApp(shop.domain);
      } else {
        await merchant.untilAllIsTold(history);
        await merchant.uninstall(shop.domain);
      }
      history.away = !history.away;
      history.tell(history.away ? 'the app is uninstalled' : 'the app is installed again', []);
    };
  },
};
