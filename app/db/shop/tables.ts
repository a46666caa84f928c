// Every table of ours, and what becomes of its rows: with `shop/redact`, and where they are about a person, with a merge,
// an export and an erasure. tests/db/shop/tables.test.ts reads the database's own catalogue, fails where a table is
// missing here, and carries out each promise.

type OfShop = {
  /** The condition that the shop's rows meet: `$1` is its id, `$2` its domain. */
  rows: string;
  /**
   * The way these rows go with the shop: over foreign keys that cascade, by the trigger on "Shop"
   * (prisma/functions/delete_rows_of_shop.sql), by the shop's domain when its erasing begins
   * (db/members/erasure.server.ts), or the shop itself. A tombstone is what is put there instead, for 90 days.
   */
  wiped: 'cascade' | 'trigger' | 'domain' | 'itself' | 'tombstone';
};

type OfPerson = {
  /** The condition that rows about one member meet: `$1` is the member's id, `$2` the customer's. */
  rows: string;
  /** To the survivor, or they stay with the member that was merged, and are found through it, or they end with what they count. */
  merge: 'move' | 'stay' | 'end';
  /** The list of the export that shows them; null: nothing in them is the person's own that another list doesn't show. */
  exported: string | null;
  /** They go, they stay without whatever leads to the person, or they stay as they are for a while. */
  erase: 'go' | 'stay-nameless' | 'stay-for-a-while';
  /** Why, where it isn't plain. */
  because?: string;
};

export type Table = OfShop & {
  /** Null where no row is about a customer. */
  person: OfPerson | null;
};

const BY_SHOP = '"shopId" = $1';
const BY_MEMBER = '"memberId" = $1';

/** Tables about customers. */
const OF_PEOPLE = {
  Member: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: {
      rows: 'id = $1',
      merge: 'stay',
      exported: 'members',
      erase: 'stay-nameless',
      because: 'What comes late for a merged customer follows its row; the sums of an erased one stay.',
    },
  },
  MemberCard: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: {
      rows: BY_MEMBER,
      merge: 'stay',
      exported: 'cards',
      erase: 'stay-nameless',
      because: 'A merge moves the stamps by entries; the emptied card stays.',
    },
  },
  LedgerEntry: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: {
      rows: BY_MEMBER,
      merge: 'stay',
      exported: 'entries',
      erase: 'stay-nameless',
      because: 'Entries are never changed. They bear ids and names of orders, and no customer.',
    },
  },
  LotAllocation: {
    rows: '"debitId" in (select id from "LedgerEntry" where "shopId" = $1)',
    wiped: 'cascade',
    person: {
      rows: '"debitId" in (select id from "LedgerEntry" where "memberId" = $1)',
      merge: 'stay',
      exported: null,
      erase: 'stay-nameless',
      because: 'Which entry used which: the entries themselves are exported.',
    },
  },
  LotBook: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: {
      rows: BY_MEMBER,
      merge: 'stay',
      exported: null,
      erase: 'stay-nameless',
      because: 'How far the lots have been reckoned; they follow the entries, which a merge adds to.',
    },
  },
  OpenLot: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: {
      rows: BY_MEMBER,
      merge: 'end',
      exported: null,
      erase: 'stay-nameless',
      because:
        'What is left of which entry: the entries themselves are exported, and a merge moves it by entries.',
    },
  },
  Adjustment: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: {
      rows: BY_MEMBER,
      merge: 'stay',
      exported: 'adjustments',
      erase: 'stay-nameless',
      because: 'It stays beside its entry; people write names into reasons and sentences, so both go.',
    },
  },
  LeftOut: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: {
      rows: BY_MEMBER,
      merge: 'stay',
      exported: 'leftOut',
      erase: 'go',
      because: 'Orders that come late for a merged customer go by the times of that customer.',
    },
  },
  Departure: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: { rows: BY_MEMBER, merge: 'stay', exported: 'departures', erase: 'go' },
  },
  Notice: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: { rows: BY_MEMBER, merge: 'stay', exported: 'notices', erase: 'go' },
  },
  Task: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: { rows: BY_MEMBER, merge: 'move', exported: 'tasks', erase: 'go' },
  },
  Gift: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: {
      rows: BY_MEMBER,
      merge: 'stay',
      exported: 'gifts',
      erase: 'stay-nameless',
      because:
        'Once per cause is asked for over the person. People write names into reasons and sentences: both go.',
    },
  },
  Voucher: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: {
      rows: BY_MEMBER,
      merge: 'stay',
      exported: 'vouchers',
      erase: 'stay-nameless',
      because:
        'Orders that come late name its code, and its points have their entries. The reason of who took it back goes.',
    },
  },
  VoucherUse: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: {
      rows: '"voucherId" in (select id from "Voucher" where "memberId" = $1)',
      merge: 'stay',
      exported: null,
      erase: 'stay-nameless',
      because: 'Which order named which code: the vouchers are exported, and say by which orders.',
    },
  },
  BirthdayChange: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: { rows: BY_MEMBER, merge: 'move', exported: 'birthdayChanges', erase: 'go' },
  },
  MemberDate: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: { rows: BY_MEMBER, merge: 'move', exported: 'lifeDates', erase: 'go' },
  },
  MemberDateChange: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: { rows: BY_MEMBER, merge: 'move', exported: 'lifeDateChanges', erase: 'go' },
  },
  Order: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: { rows: BY_MEMBER, merge: 'move', exported: 'orders', erase: 'stay-nameless' },
  },
  KeptOrder: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: { rows: BY_MEMBER, merge: 'move', exported: 'purchases', erase: 'go' },
  },
  OrderFlag: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: {
      rows: '("shopId", "orderId") in (select "shopId", "orderId" from "Order" where "memberId" = $1)',
      merge: 'move',
      exported: null,
      erase: 'stay-nameless',
      because: 'A question to the merchant about a discount; the order that it is about is exported.',
    },
  },
  SetAsideOrder: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: {
      rows: '("shopId", "orderId") in (select "shopId", "orderId" from "Order" where "memberId" = $1)',
      merge: 'move',
      exported: null,
      erase: 'stay-nameless',
      because: 'That an order could not be counted, and where; the order that it is about is exported.',
    },
  },
  MovingInRow: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: {
      rows: '"customerId" = $2',
      merge: 'stay',
      exported: null,
      erase: 'go',
      because:
        'Of a file that waits to be brought in; what it brought is in the entries, and the row is gone.',
    },
  },
  MovedMember: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: {
      rows: BY_MEMBER,
      merge: 'stay',
      exported: null,
      erase: 'go',
      because: 'What a file set, until it is undone: whoever was merged since keeps it.',
    },
  },
  PeopleRequest: {
    rows: BY_SHOP,
    wiped: 'cascade',
    person: {
      rows: '"customerId" = $2 or "otherCustomerId" = $2',
      merge: 'stay',
      exported: null,
      erase: 'stay-for-a-while',
      because: 'For 90 days: an old order that is told late must not bring an erased customer back.',
    },
  },
  ProxyAction: {
    rows: BY_SHOP,
    wiped: 'trigger',
    person: {
      rows: '"customerId" = $2',
      merge: 'stay',
      exported: null,
      erase: 'stay-for-a-while',
      because: 'When somebody acted of late, so that nobody acts too often: the nightly sweep takes it.',
    },
  },
  WebhookDelivery: {
    rows: '"shopDomain" = $2',
    wiped: 'domain',
    person: {
      rows: `subject->>'customerId' = $2`,
      merge: 'stay',
      exported: null,
      erase: 'go',
      because: 'Only a privacy request names its customer there, and only until it is carried out.',
    },
  },
} satisfies Record<string, Table>;

const ofShop = (wiped: OfShop['wiped'], rows = BY_SHOP): Table => ({ rows, wiped, person: null });

export const TABLES: Readonly<Record<string, Table>> = {
  ...OF_PEOPLE,
  Shop: ofShop('itself', 'id = $1'),
  ErasedShop: ofShop('tombstone', 'id = $1'),
  MovingIn: ofShop('cascade'),
  ProgramVersion: ofShop('cascade'),
  CardTitle: ofShop('cascade'),
  CardDiscount: ofShop('cascade'),
  CardWay: ofShop('cascade'),
  PastOrders: ofShop('cascade'),
  ShopDiscount: ofShop('cascade'),
  RewardCode: ofShop('cascade'),
  CodeBatch: ofShop('cascade'),
  ThemeSeen: ofShop('cascade'),
  RewardCount: ofShop('trigger'),
  MomentCount: ofShop('trigger'),
  MomentList: ofShop('cascade'),
  KeptCollection: ofShop('cascade'),
  KeptCollectionProduct: ofShop('cascade'),
  DailyFigure: ofShop('trigger'),
  WebhookPulse: ofShop('trigger'),
  ProductGroup: ofShop('trigger'),
  SyncLease: ofShop('trigger'),
  // Sessions bear the merchant's own staff, never a customer.
  Session: ofShop('domain', 'shop = $2'),
  TokenLease: ofShop('domain', 'shop = $2'),
};
