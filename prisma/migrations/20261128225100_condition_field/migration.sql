-- What a condition of an acceptance is about, where it names a field (P1.7).
ALTER TABLE "Condition" ADD COLUMN "field" TEXT, ADD COLUMN "rowId" UUID;
