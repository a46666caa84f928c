-- The merchant may say that a discount is the card's: its title is read so from then on, whatever Shopify showed.
ALTER TABLE "CardTitle" ADD COLUMN IF NOT EXISTS "saidAt" TIMESTAMPTZ(3);
