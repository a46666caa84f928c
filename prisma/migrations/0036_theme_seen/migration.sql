-- What Shopify told of a shop's theme, and what the theme lacks since. Nothing is filled: a shop without a row has told nothing yet.
CREATE TABLE IF NOT EXISTS "ThemeSeen" (
    "shopId" INTEGER NOT NULL,
    "seen" JSONB,
    "known" JSONB NOT NULL,
    "toldAt" TIMESTAMPTZ(3),
    "askedAt" TIMESTAMPTZ(3),
    "canRead" BOOLEAN NOT NULL DEFAULT false,
    "trouble" TEXT,
    "rev" INTEGER NOT NULL DEFAULT 0,
    "readRev" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "ThemeSeen_pkey" PRIMARY KEY ("shopId")
);

-- For the bell: whose theme is to be read, and when.
CREATE INDEX IF NOT EXISTS "ThemeSeen_due_idx" ON "ThemeSeen"("dueAt") WHERE "dueAt" IS NOT NULL;

-- A key to shops: whoever writes one is waited for, and none waits behind it.
BEGIN;
DO $$
BEGIN
  PERFORM set_config('lock_timeout', '500ms', true);
  FOR attempt IN 1..600 LOOP
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'ThemeSeen_shopId_fkey') THEN
        ALTER TABLE "ThemeSeen" ADD CONSTRAINT "ThemeSeen_shopId_fkey"
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
