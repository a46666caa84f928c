-- CreateTable: whoever is left out now has no time here, because nobody wrote down since when. They count as left out since
-- ever, as before; so do those whom a process of the release before leaves out.
CREATE TABLE "LeftOut" (
    "shopId" INTEGER NOT NULL,
    "memberId" BIGINT NOT NULL,
    "from" TIMESTAMPTZ(0) NOT NULL,
    "until" TIMESTAMPTZ(0),

    CONSTRAINT "LeftOut_pkey" PRIMARY KEY ("memberId","from")
);

-- AddForeignKey
ALTER TABLE "LeftOut" ADD CONSTRAINT "LeftOut_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
