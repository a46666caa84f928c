// What the statement of personal data says of each column of the tables about customers: tests/db/terms/told-columns.test.ts reads
// the database's own catalogue, and fails where a column is missing here, so that nothing is stored that nobody is told of.
import type { PersonalFact } from '#app/core/terms/personal-facts.ts';

/** By table and by what is told: names of columns with spaces between. */
export const TOLD_COLUMNS: Readonly<Record<string, Partial<Record<PersonalFact, string>>>> = {
  Member: {
    account:
      'id shopId customerId rev syncedRev behindSince goneAt syncTryAt refusedSince refusal refusals stampsUntil amountsTold numbersTold tagsWanted tagsTold lostOrderAt joinedAt joinedOn mergedIntoId erasedAt',
    balance: 'points pendingPoints seq',
    participation: 'blocked leftAt returnedAt',
    purchases: 'lastOrderAt keptOrders firstOn lastOn spentMinor rhythmDays ordersAtShopify ordersAskedAt',
    newsletter: 'newsletterOn',
    birthday: 'birthMonth birthDay birthYear birthdaySetOn lookFrom lookAgain',
  },
  // Of a file that a merchant brings in, until it is applied or dropped.
  MovingInRow: {
    account: 'shopId movingId line customerId who problem',
    balance: 'points stamps',
    participation: 'leftOut joinedOn',
    birthday: 'birthday',
  },
  // What such a file set, until it is undone.
  MovedMember: { account: 'shopId memberId movingId', participation: 'joinedWas joinedTo leftOutFrom' },
  MemberCard: { balance: 'shopId memberId cardKey stamps coming size taken endedBy' },
  LedgerEntry: {
    history:
      'id shopId memberId seq unit kind sourceKey orderId amount balanceAfter programVersion filled freed explanation occurredAt recordedAt voucherId countedOn keepUntil',
  },
  LotAllocation: { history: 'id debitId creditId amount' },
  LotBook: { history: 'shopId memberId unit through' },
  OpenLot: { history: 'shopId memberId unit seq entryId orderId voucherId countedOn keepUntil rest' },
  Adjustment: { notes: 'memberId requestKey shopId unit amount reason note madeBy madeAt' },
  LeftOut: { participation: 'shopId memberId from until' },
  Notice: { notices: 'shopId memberId kind cause facts state dueAt madeAt toldAt why' },
  Departure: { participation: 'shopId memberId requestKey what at' },
  Task: {
    rewards: 'shopId memberId cause momentKey kind words reason orderId on state doneBy doneAt madeAt',
  },
  Gift: {
    rewards:
      'shopId memberId cause requestHash rewardKey gives programVersion state givenAt madeBy reason note takenBackBy takenBackReason momentKey offers openUntil chosen chosenAt orderId',
  },
  Voucher: {
    rewards:
      'id shopId memberId cause rewardKey programVersion gives code owner unit price faceMinor closed state heldAt validFrom validUntil opens usedAt releasingSince releaseWhy goneSince lookAt shownUsedAt usedAfter missingSince healedOnce releasedAt flag takenBackBy takenBackReason flagSeen',
  },
  VoucherUse: { rewards: 'shopId voucherId orderId seenAt placedOn offMinor counts' },
  BirthdayChange: { birthday: 'shopId memberId requestKey requestHash month day year madeBy reason madeAt' },
  MemberDate: { lifeDates: 'shopId memberId momentKey month day year setOn consentHash' },
  MemberDateChange: {
    lifeDates:
      'shopId memberId momentKey requestKey requestHash month day year madeBy reason consentHash madeAt',
  },
  Order: {
    orders:
      'shopId orderId snapshot shape placedAt cancelledAt name codes hash strippedOf refundCount snapshotUpdatedAt paidSnapshot paidHash paidRefundCount paidUpdatedAt deletedAt missingSince deletionHintedAt needsRead hintedRefundId revision appliedRevision dueSince programVersion facts memberId lastCustomerId lastCustomerAt takenOff pending erasedAt closed keptShape awardedOn',
  },
  KeptOrder: {
    purchases:
      'shopId orderId memberId day keptMinor ourMinor othersMinor source handledOn promisedOn deliveredOn deliveryDueAt productIds',
  },
  OrderFlag: {
    orders: 'shopId orderId lineId cardKey reason title detail raisedAt freeUnits decidedBy decidedAt',
  },
  SetAsideOrder: { orders: 'shopId orderId step revision reason since tries tryAgainAt' },
  PeopleRequest: {
    requests: 'id shopId webhookId kind customerId otherCustomerId orderIds requestedAt doneAt',
  },
  ProxyAction: { protection: 'shopId customerId actedAt' },
  WebhookDelivery: { protection: 'webhookId topic shopDomain triggeredAt receivedAt outcome reason subject' },
};
