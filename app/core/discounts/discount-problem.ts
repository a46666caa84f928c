// Why Shopify wouldn't have a discount as it was published, in kinds that the admin can explain. `products-gone`: nothing that
// it could lower is in the shop any more.

export type DiscountProblem =
  | 'functions-not-available'
  | 'function-missing'
  | 'too-many-discounts'
  | 'title-taken'
  | 'products-gone'
  | 'refused';
