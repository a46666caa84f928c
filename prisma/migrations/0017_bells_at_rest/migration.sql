-- Every minute it is asked which shops need work. Each of these holds the shops that do, or may, so that those at rest cost
-- nothing. Built within seconds: the tables have a row a shop, or a row a version.
CREATE INDEX IF NOT EXISTS "Shop_hinted_idx" ON "Shop"("id") WHERE "hintedAt" IS NOT NULL;
CREATE INDEX IF NOT EXISTS "Shop_left_idx" ON "Shop"("id") WHERE "uninstalledAt" IS NOT NULL;
CREATE INDEX IF NOT EXISTS "Shop_beingErased_idx" ON "Shop"("id") WHERE "domain" LIKE 'erased-%.invalid';
CREATE INDEX IF NOT EXISTS "Shop_behindProgram_idx" ON "Shop"("id") WHERE "syncedVersion" < "publishedVersion";
CREATE INDEX IF NOT EXISTS "Shop_behindDiscounts_idx" ON "Shop"("id") WHERE "discountsVersion" < "publishedVersion";
CREATE INDEX IF NOT EXISTS "Shop_toFollow_idx" ON "Shop"("askedAt") WHERE "uninstalledAt" IS NULL AND "needsReopenSince" IS NULL;
CREATE INDEX IF NOT EXISTS "ProgramVersion_moments_idx" ON "ProgramVersion"("shopId", "number")
  WHERE jsonb_path_exists("rules", 'strict $.occasions[0]', silent => true);
