-- AlterTable
ALTER TABLE "BriefAnswer" ADD COLUMN     "mark" TEXT;

-- A mark names the change that an answer came by. Whoever writes an answer by another way leaves none behind: an old one
-- would tell the page that set it that its own words still stand.
CREATE FUNCTION forget_mark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.mark := NULL;
  RETURN NEW;
END $$;

CREATE TRIGGER forget_mark BEFORE UPDATE ON "BriefAnswer" FOR EACH ROW
  WHEN (NEW.revision <> OLD.revision AND NEW.mark IS NOT DISTINCT FROM OLD.mark) EXECUTE FUNCTION forget_mark();
