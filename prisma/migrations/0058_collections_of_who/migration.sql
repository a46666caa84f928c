-- What is in the collections that conditions on members name. As 0016: a transaction of its own that waits for its lock half a second at
-- most, and that may be repeated.
CREATE OR REPLACE FUNCTION pg_temp."patiently"(tables TEXT, mode TEXT, step TEXT) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('lock_timeout', '500ms', true);
  FOR attempt IN 1..600 LOOP
    BEGIN
      EXECUTE format('LOCK TABLE %s IN %s MODE', tables, mode);
      EXECUTE step;
      RETURN;
    EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
      PERFORM pg_sleep(0.2 + random() * 0.3);
    END;
  END LOOP;
  RAISE EXCEPTION '% could not be locked: stop what holds them for long, and migrate again', tables;
END $$;

CREATE TABLE IF NOT EXISTS "KeptCollection" (
    "shopId" INTEGER NOT NULL,
    "collectionId" BIGINT NOT NULL,
    "title" TEXT,
    "waitingSince" TIMESTAMPTZ(3),
    "lack" TEXT,
    "readAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KeptCollection_pkey" PRIMARY KEY ("shopId", "collectionId")
);
CREATE INDEX IF NOT EXISTS "KeptCollection_due_idx" ON "KeptCollection"("dueAt");

CREATE TABLE IF NOT EXISTS "KeptCollectionProduct" (
    "shopId" INTEGER NOT NULL,
    "collectionId" BIGINT NOT NULL,
    "productId" BIGINT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KeptCollectionProduct_pkey" PRIMARY KEY ("shopId", "collectionId", "productId")
);

BEGIN;
SELECT pg_temp."patiently"('"KeptCollection", "Shop"', 'SHARE ROW EXCLUSIVE', $step$
  ALTER TABLE "KeptCollection" DROP CONSTRAINT IF EXISTS "KeptCollection_shopId_fkey";
  ALTER TABLE "KeptCollection" ADD CONSTRAINT "KeptCollection_shopId_fkey"
    FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE
$step$);
COMMIT;

BEGIN;
SELECT pg_temp."patiently"('"KeptCollectionProduct", "KeptCollection"', 'SHARE ROW EXCLUSIVE', $step$
  ALTER TABLE "KeptCollectionProduct" DROP CONSTRAINT IF EXISTS "KeptCollectionProduct_shopId_collectionId_fkey";
  ALTER TABLE "KeptCollectionProduct" ADD CONSTRAINT "KeptCollectionProduct_shopId_collectionId_fkey"
    FOREIGN KEY ("shopId", "collectionId") REFERENCES "KeptCollection"("shopId", "collectionId") ON DELETE CASCADE ON UPDATE CASCADE
$step$);
COMMIT;
