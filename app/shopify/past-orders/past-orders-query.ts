// All orders up to a day, as a bulk query: what one order is read by, but for its refunds.

/** Validated as every document. Bulk queries take no variables: the words in capitals are replaced. */
const DOCUMENT = `#graphql
  {
    orders(query: "PLACED") {
      edges {
        node {
          id
          name
          customer { id }
          processedAt
          updatedAt
          cancelledAt
          displayFinancialStatus
          test
          sourceName
          tags
          taxesIncluded
          currencyCode
          presentmentCurrencyCode
          currentTotalPriceSet {
            shopMoney { amount }
            presentmentMoney { amount }
          }
          currentTotalTaxSet {
            shopMoney { amount }
            presentmentMoney { amount }
          }
          currentShippingPriceSet {
            shopMoney { amount }
            presentmentMoney { amount }
          }
          currentTotalDutiesSet {
            shopMoney { amount }
            presentmentMoney { amount }
          }
          originalTotalDutiesSet {
            shopMoney { amount }
            presentmentMoney { amount }
          }
          currentTotalAdditionalFeesSet {
            shopMoney { amount }
            presentmentMoney { amount }
          }
          originalTotalAdditionalFeesSet {
            shopMoney { amount }
            presentmentMoney { amount }
          }
          totalOutstandingSet {
            shopMoney { amount }
            presentmentMoney { amount }
          }
          totalTipReceivedSet {
            shopMoney { amount }
            presentmentMoney { amount }
          }
          totalCashRoundingAdjustment {
            paymentSet {
              shopMoney { amount }
              presentmentMoney { amount }
            }
            refundSet {
              shopMoney { amount }
              presentmentMoney { amount }
            }
          }
          displayFulfillmentStatus
          fulfillments(first: 100) {
            createdAt
            status
          }
          discountCodes
          refunds(first: 1) {
            id
          }
          shippingLines {
            edges {
              node {
                id
                originalPriceSet {
                  shopMoney { amount }
                  presentmentMoney { amount }
                }
                discountAllocations {
                  allocatedAmountSet {
                    shopMoney { amount }
                    presentmentMoney { amount }
                  }
                  discountApplication {
                    __typename
                    index
                    ... on AutomaticDiscountApplication { title }
                    ... on DiscountCodeApplication { code }
                    ... on ManualDiscountApplication { title }
                    ... on ScriptDiscountApplication { title }
                  }
                }
              }
            }
          }
          lineItems {
            edges {
              node {
                id
                quantity
                currentQuantity
                isGiftCard
                product { id }
                variant { id }
                requiresShipping
                lineItemGroup { id }
                originalUnitPriceSet {
                  shopMoney { amount }
                  presentmentMoney { amount }
                }
                discountAllocations {
                  allocatedAmountSet {
                    shopMoney { amount }
                    presentmentMoney { amount }
                  }
                  discountApplication {
                    __typename
                    index
                    ... on AutomaticDiscountApplication { title }
                    ... on DiscountCodeApplication { code }
                    ... on ManualDiscountApplication { title }
                    ... on ScriptDiscountApplication { title }
                  }
                }
                taxLines {
                  priceSet {
                    shopMoney { amount }
                    presentmentMoney { amount }
                  }
                }
              }
            }
          }
        }
      }
    }
  }`;

/** Orders placed before an instant, and not before another; null: as far back as the app may read. */
export function pastOrdersQuery(since: Date | null, before: Date): string {
  const bounds = [
    ...(since ? [`processed_at:>='${since.toISOString()}'`] : []),
    `processed_at:<'${before.toISOString()}'`,
  ];
  return DOCUMENT.replace('#graphql', '').replace('"PLACED"', JSON.stringify(bounds.join(' AND ')));
}
