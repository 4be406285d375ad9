import { describe, expect, test } from "vitest";
import { parseEnv } from "@/lib/platform/env";

const GOOD = { DATABASE_URL: "postgresql://app:pw@localhost:5432/portal", AUTH_SECRET: "x".repeat(32), PUBLIC_URL: "https://handover.example.com/" };

describe("the settings", () => {
  test("take defaults for everything but the database, the secret and the address", () => {
    expect(parseEnv(GOOD)).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", TRUST_PROXY: false, LOG_LEVEL: "info", PUBLIC_URL: "https://handover.example.com" });
  });

  test("report every problem at once, by name and without the value", () => {
    const read = () => parseEnv({ DATABASE_URL: "mysql://app:hunter2@db/x", AUTH_SECRET: "hunter3", LOG_LEVEL: "loud" });
    expect(read).toThrow(/DATABASE_URL must be an address.*\nAUTH_SECRET must have at least 32 characters\.\nPUBLIC_URL is missing\.\nLOG_LEVEL must be one of/);
    expect(read).not.toThrow(/hunter/);
  });

  test("treat an empty setting as a missing one", () => {
    const read = parseEnv({ ...GOOD, SAMPLE_DATABASE_URL: "", PORT: "" });
    expect(read.PORT).toBe(3000);
    expect(read.SAMPLE_DATABASE_URL).toBeUndefined();
  });

  test("of a bucket are asked for together, by name and without a value; documents on disk need none of them", () => {
    expect(parseEnv(GOOD)).toMatchObject({ STORAGE: "disk", UPLOAD_MAX_MB: 25 });
    const bucket = { STORAGE: "s3", STORAGE_ENDPOINT: "https://s3.example.com", STORAGE_BUCKET: "documents", STORAGE_ACCESS_KEY: "key", STORAGE_SECRET_KEY: "hunter4" };
    expect(parseEnv({ ...GOOD, ...bucket })).toMatchObject({ STORAGE: "s3", STORAGE_REGION: "us-east-1" });
    expect(() => parseEnv({ ...GOOD, STORAGE: "s3", STORAGE_ACCESS_KEY: "key" })).toThrow(
      /STORAGE_ENDPOINT is missing: STORAGE=s3 needs it\.\nSTORAGE_BUCKET is missing.*\nSTORAGE_SECRET_KEY is missing/);
    expect(() => parseEnv({ ...GOOD, ...bucket, STORAGE_ENDPOINT: "s3.example.com" })).toThrow(/STORAGE_ENDPOINT must be an address/);
    expect(() => parseEnv({ ...GOOD, UPLOAD_MAX_MB: "lots" })).toThrow(/UPLOAD_MAX_MB must be a number/);
  });

  test("refuse an address with another scheme than http", () => {
    expect(() => parseEnv({ ...GOOD, PUBLIC_URL: "javascript:alert(1)" })).toThrow(/PUBLIC_URL must be an address/);
  });
});
