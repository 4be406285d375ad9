-- CreateEnum
CREATE TYPE "ChoiceVia" AS ENUM ('LINK', 'SELLER');

-- CreateTable
CREATE TABLE "OptionPresentation" (
    "id" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "presenterId" UUID NOT NULL,
    "presentedById" UUID NOT NULL,
    "presentedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawnReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "OptionPresentation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OptionChoice" (
    "id" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "presentationId" UUID NOT NULL,
    "optionId" UUID NOT NULL,
    "optionName" TEXT NOT NULL,
    "chosenBy" TEXT NOT NULL,
    "contactId" UUID,
    "reason" TEXT NOT NULL,
    "via" "ChoiceVia" NOT NULL,
    "linkId" UUID,
    "recordedById" UUID,
    "chosenAt" TIMESTAMPTZ(3) NOT NULL,
    "replacedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OptionChoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClientLink" (
    "id" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "contactId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedById" UUID,
    "lastOpenedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ClientLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "OptionPresentation_dealId_version_key" ON "OptionPresentation"("dealId", "version");

-- CreateIndex
CREATE INDEX "OptionChoice_dealId_chosenAt_idx" ON "OptionChoice"("dealId", "chosenAt");

-- CreateIndex
CREATE INDEX "OptionChoice_contactId_idx" ON "OptionChoice"("contactId");

-- CreateIndex
CREATE UNIQUE INDEX "ClientLink_tokenHash_key" ON "ClientLink"("tokenHash");

-- CreateIndex
CREATE INDEX "ClientLink_dealId_createdAt_idx" ON "ClientLink"("dealId", "createdAt");

-- AddForeignKey
ALTER TABLE "OptionPresentation" ADD CONSTRAINT "OptionPresentation_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OptionPresentation" ADD CONSTRAINT "OptionPresentation_presenterId_fkey" FOREIGN KEY ("presenterId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OptionPresentation" ADD CONSTRAINT "OptionPresentation_presentedById_fkey" FOREIGN KEY ("presentedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OptionChoice" ADD CONSTRAINT "OptionChoice_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OptionChoice" ADD CONSTRAINT "OptionChoice_presentationId_fkey" FOREIGN KEY ("presentationId") REFERENCES "OptionPresentation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OptionChoice" ADD CONSTRAINT "OptionChoice_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OptionChoice" ADD CONSTRAINT "OptionChoice_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "ClientLink"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OptionChoice" ADD CONSTRAINT "OptionChoice_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientLink" ADD CONSTRAINT "ClientLink_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientLink" ADD CONSTRAINT "ClientLink_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientLink" ADD CONSTRAINT "ClientLink_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- P7.5: what the client was shown stays byte for byte as it was shown; only that it was withdrawn is written, once.
ALTER TABLE "OptionPresentation"
  ADD CONSTRAINT presentation_content CHECK (digest = digest_of(content)),
  ADD CONSTRAINT presentation_version CHECK (version >= 1),
  ADD CONSTRAINT presentation_expires CHECK ("expiresAt" > "presentedAt"),
  ADD CONSTRAINT presentation_withdrawn CHECK (("withdrawnAt" IS NULL) = ("withdrawnById" IS NULL) AND ("withdrawnAt" IS NULL OR btrim("withdrawnReason") <> ''));
CREATE FUNCTION keep_presented() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."withdrawnAt" IS NOT NULL OR (to_jsonb(NEW) - ARRAY['withdrawnAt', 'withdrawnById', 'withdrawnReason']) <> (to_jsonb(OLD) - ARRAY['withdrawnAt', 'withdrawnById', 'withdrawnReason']) THEN
    RAISE EXCEPTION 'what was presented stays as it was presented';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_presented BEFORE UPDATE ON "OptionPresentation" FOR EACH ROW EXECUTE FUNCTION keep_presented();

-- P7.3: whoever presents is in sales.
CREATE FUNCTION presented_by_sales() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "Membership" m JOIN "Team" t ON t.id = m."teamId" WHERE m."userId" = NEW."presenterId" AND t.kind = 'SALES' AND m.role = 'SALES') THEN
    RAISE EXCEPTION 'a presenter is in sales';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER presented_by_sales BEFORE INSERT ON "OptionPresentation" FOR EACH ROW EXECUTE FUNCTION presented_by_sales();

-- One choice of a deal stands; it is one of the options that this deal was presented with; by the client's link, or told to a seller.
CREATE UNIQUE INDEX one_standing_choice ON "OptionChoice" ("dealId") WHERE "replacedAt" IS NULL;
ALTER TABLE "OptionChoice"
  ADD CONSTRAINT choice_via CHECK (CASE via WHEN 'LINK' THEN "linkId" IS NOT NULL AND "recordedById" IS NULL ELSE "linkId" IS NULL AND "recordedById" IS NOT NULL END);
CREATE FUNCTION guard_choice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "OptionPresentation" p WHERE p.id = NEW."presentationId" AND p."dealId" = NEW."dealId"
      AND p."withdrawnAt" IS NULL AND p."expiresAt" > NEW."chosenAt"
      AND p.content::jsonb -> 'options' @> jsonb_build_array(jsonb_build_object('id', NEW."optionId"))) THEN
    RAISE EXCEPTION 'this option cannot be chosen';
  END IF;
  IF NEW."linkId" IS NOT NULL AND NOT EXISTS (SELECT FROM "ClientLink" l WHERE l.id = NEW."linkId" AND l."dealId" = NEW."dealId" AND l."revokedAt" IS NULL AND l."expiresAt" > NEW."chosenAt") THEN
    RAISE EXCEPTION 'this link does not choose';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_choice BEFORE INSERT ON "OptionChoice" FOR EACH ROW EXECUTE FUNCTION guard_choice();

-- What was taken back stays taken back.
CREATE TRIGGER keep_replaced BEFORE UPDATE ON "OptionChoice" FOR EACH ROW
  WHEN (OLD."replacedAt" IS NOT NULL AND NEW."replacedAt" IS DISTINCT FROM OLD."replacedAt") EXECUTE FUNCTION keep_taken_back();
CREATE TRIGGER keep_revoked BEFORE UPDATE ON "ClientLink" FOR EACH ROW
  WHEN (OLD."revokedAt" IS NOT NULL AND NEW."revokedAt" IS DISTINCT FROM OLD."revokedAt") EXECUTE FUNCTION keep_taken_back();

-- B3: erasing a client's person empties what their choices say of them. Runs as the owner: the application changes no choice.
CREATE FUNCTION forget_chooser() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "OptionChoice" SET "chosenBy" = '', reason = '' WHERE "contactId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_chooser AFTER UPDATE ON "Contact" FOR EACH ROW WHEN (NEW."erasedAt" IS NOT NULL AND OLD."erasedAt" IS NULL) EXECUTE FUNCTION forget_chooser();

GRANT SELECT, INSERT ON "OptionPresentation", "OptionChoice", "ClientLink" TO portal_app;
GRANT UPDATE ("withdrawnAt", "withdrawnById", "withdrawnReason") ON "OptionPresentation" TO portal_app;
GRANT UPDATE ("replacedAt") ON "OptionChoice" TO portal_app;
GRANT UPDATE ("revokedAt", "revokedById", "lastOpenedAt") ON "ClientLink" TO portal_app;
