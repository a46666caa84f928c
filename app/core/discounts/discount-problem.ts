// Why Shopify wouldn't have a card's discount as it was published, in kinds that the admin can explain.

export type DiscountProblem =
  'functions-not-available' | 'function-missing' | 'too-many-discounts' | 'title-taken' | 'refused';
