-- CreateEnum
CREATE TYPE "RatingSide" AS ENUM ('BRIEF', 'ACCEPTANCE');

-- CreateEnum
CREATE TYPE "BriefVerdict" AS ENUM ('RIGHT', 'MOSTLY', 'WRONG');

-- CreateTable
CREATE TABLE "Rating" (
    "id" UUID NOT NULL,
    "handoverId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "side" "RatingSide" NOT NULL,
    "score" INTEGER NOT NULL,
    "sentence" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Rating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BriefCheck" (
    "handoverId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "verdict" "BriefVerdict",
    "fields" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "sentence" TEXT NOT NULL DEFAULT '',
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "BriefCheck_pkey" PRIMARY KEY ("handoverId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Rating_handoverId_byId_side_key" ON "Rating"("handoverId", "byId", "side");

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_handoverId_fkey" FOREIGN KEY ("handoverId") REFERENCES "Handover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BriefCheck" ADD CONSTRAINT "BriefCheck_handoverId_fkey" FOREIGN KEY ("handoverId") REFERENCES "Handover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Rating" ADD CONSTRAINT rating_score CHECK (score BETWEEN 1 AND 5);
GRANT SELECT, INSERT, UPDATE ON "Rating", "BriefCheck" TO portal_app;
