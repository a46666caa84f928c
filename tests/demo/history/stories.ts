// What the customers of the catalogue bought: each is a case to look at. Jonas has bought nothing yet.
import type { PlannedOrder } from './planned-order.ts';

type Story = Omit<PlannedOrder, 'buyer' | 'minute'>[];

const STORIES: Record<string, Story> = {
  // A free coffee in autumn, three stamps again, two to go.
  'aoife@example.com': [
    { day: 14, bought: [['morning-house', 3]] },
    { day: 36, bought: [['ethiopia-guji', 3]] },
    { day: 71, bought: [['morning-house', 2]] },
    {
      day: 86,
      bought: [
        ['ethiopia-guji', 1],
        ['paper-filters', 1],
      ],
    },
  ],
  // One stamp, and four that come when the bank transfer does.
  'claire@example.com': [
    { day: 63, bought: [['colombia-huila', 1]] },
    { day: 89, bought: [['night-shift', 4]], payment: 'pending' },
  ],
  // A full card with one over, which he may use once he signs in, and many points.
  'tomas@example.com': [
    { day: 49, bought: [['kenya-nyeri', 4]], tipMinor: 300 },
    {
      day: 78,
      bought: [
        ['guatemala-antigua', 2],
        ['cone-dripper', 1],
      ],
      signedOut: true,
    },
    { day: 85, bought: [['gift-card', 1]] },
  ],
  // Bought four at a discount, gave two back.
  'priya@example.com': [
    {
      day: 70,
      bought: [['brazil-cerrado', 4]],
      discounts: [{ type: 'discount_code', title: 'WELCOME10', value: { kind: 'percent', percentBp: 1000 } }],
      returned: 2,
    },
  ],
};

const NOON = 12 * 60;

export const STORY_ORDERS: PlannedOrder[] = [
  ...Object.entries(STORIES).flatMap(([buyer, story]) =>
    story.map((order, index) => ({ ...order, buyer, minute: NOON + 7 * index })),
  ),
  { day: 87, minute: NOON, buyer: null, bought: [['decaf-sugarcane', 1]] },
];
