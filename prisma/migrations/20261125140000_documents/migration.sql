-- CreateTable
CREATE TABLE "StoredFile" (
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "touchedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "isRemoving" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "handoverId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "rowId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploadedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Document_sha256_idx" ON "Document"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "Document_handoverId_field_rowId_version_key" ON "Document"("handoverId", "field", "rowId", "version");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_handoverId_fkey" FOREIGN KEY ("handoverId") REFERENCES "Handover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "StoredFile"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A document never changes: what a brief pins by its digest stays what it was (B4). Bytes that nobody asks for may go.
ALTER TABLE "Document" ADD CONSTRAINT a_digest CHECK (sha256 ~ '^[0-9a-f]{64}$' AND size >= 0 AND version > 0);
GRANT SELECT, INSERT ON "Document", "StoredFile" TO portal_app;
GRANT UPDATE ("touchedAt", "isRemoving"), DELETE ON "StoredFile" TO portal_app;
