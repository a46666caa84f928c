-- How a full card is given. Nothing is filled: a card without a row is given in the cart, as before.
CREATE TABLE IF NOT EXISTS "CardWay" (
    "shopId" INTEGER NOT NULL,
    "cardKey" TEXT NOT NULL,
    "way" TEXT NOT NULL DEFAULT 'cart',
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "offSince" TIMESTAMPTZ(3),
    "lookAt" TIMESTAMPTZ(3),
    "refusedPlan" TEXT,

    CONSTRAINT "CardWay_pkey" PRIMARY KEY ("shopId", "cardKey")
);

-- For the bell: whose card is being changed over.
CREATE INDEX IF NOT EXISTS "CardWay_due_idx" ON "CardWay"("lookAt") WHERE "lookAt" IS NOT NULL;

-- A key to shops: whoever writes one is waited for, and none waits behind it.
BEGIN;
DO $$
BEGIN
  PERFORM set_config('lock_timeout', '500ms', true);
  FOR attempt IN 1..600 LOOP
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'CardWay_shopId_fkey') THEN
        ALTER TABLE "CardWay" ADD CONSTRAINT "CardWay_shopId_fkey"
          FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;
      END IF;
      RETURN;
    EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
      PERFORM pg_sleep(0.2 + random() * 0.3);
    END;
  END LOOP;
  RAISE EXCEPTION '"Shop" could not be locked: stop what holds it for long, and migrate again';
END $$;
COMMIT;
