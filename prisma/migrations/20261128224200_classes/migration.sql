-- AlterTable
ALTER TABLE "BriefCheck" ADD COLUMN     "turnedOut" "Complexity";

-- AlterTable
ALTER TABLE "Deal" ADD COLUMN     "firstClass" "Complexity",
ADD COLUMN     "firstClassAt" TIMESTAMPTZ(3);

-- P6.3: the first class is written once.
GRANT UPDATE ("firstClass", "firstClassAt") ON "Deal" TO portal_app;
CREATE FUNCTION keep_first_class() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the first class of a deal stays as it was'; END $$;
CREATE TRIGGER keep_first_class BEFORE UPDATE OF "firstClass", "firstClassAt" ON "Deal" FOR EACH ROW
  WHEN (OLD."firstClass" IS NOT NULL AND (NEW."firstClass", NEW."firstClassAt") IS DISTINCT FROM (OLD."firstClass", OLD."firstClassAt")) EXECUTE FUNCTION keep_first_class();
