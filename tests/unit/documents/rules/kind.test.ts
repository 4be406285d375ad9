import { fileTypeFromBuffer } from "file-type";
import { describe, expect, it } from "vitest";
import { endingOf, type FileFacts, kindOf } from "@/lib/documents/rules/kind";
import { FILES } from "@/tests/support/files";

const text = (name: string, head: string): FileFacts => ({ name, size: head.length, detected: null, isText: true, head });
async function ofBytes(name: string, bytes: Buffer) {
  const detected = (await fileTypeFromBuffer(bytes))?.mime ?? null;
  return kindOf({ name, size: bytes.length, detected, isText: false, head: bytes.toString("latin1") });
}

describe("the type of an upload", () => {
  it.each([
    ["offer.pdf", "pdf", "application/pdf"], ["PHOTO.PNG", "png", "image/png"], ["archive.zip", "zip", "application/zip"],
    ["annex.docx", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"], ["no ending", "pdf", "application/pdf"],
  ] as const)("%s is what its bytes say", async (name, file, type) => expect(await ofBytes(name, FILES[file])).toEqual({ type }));

  it.each([
    ["offer.exe", "pdf", /is a PDF, but its name ends in \.exe/], ["offer.pdf.html", "pdf", /ends in \.html/], ["offer.docx", "zip", /is a ZIP archive/],
    ["macros.docm", "docm", /macros/], ["macros.docx", "docm", /macros/], ["old.doc", "ole", /Old Office files/], ["setup.pdf", "exe", /can be uploaded/],
  ] as const)("%s is refused by its bytes, with a sentence", async (name, file, refusal) =>
    expect(await ofBytes(name, FILES[file])).toEqual({ refusal: expect.stringMatching(refusal) as string }));

  it.each([["notes.txt", "text/plain"], ["rows.CSV", "text/csv"], ["README.md", "text/markdown"], ["README", "text/plain"]])("%s without a signature is text", (name, type) =>
    expect(kindOf(text(name, "Umsatz;1\n"))).toEqual({ type }));

  it.each([
    "<!doctype html>", "\uFEFF <HTML>", "<!-- x -->\n<svg>", "<script>", "<?xml version='1.0'?>", "<?php", "#!/bin/sh", "\n\n<body onload=x>",
  ])("a page, a drawing or a script is refused, whatever its name: %j", (head) =>
    expect(kindOf(text("notes.txt", head))).toEqual({ refusal: expect.stringMatching(/scripts cannot be uploaded/) as string }));

  it("text under another ending, unknown bytes and nothing at all are refused", () => {
    expect(kindOf(text("run.js", "alert(1)"))).toEqual({ refusal: expect.stringMatching(/ends in \.js/) as string });
    expect(kindOf({ ...text("x.txt", "?"), isText: false })).toEqual({ refusal: expect.stringMatching(/not known/) as string });
    expect(kindOf({ ...text("x.txt", ""), size: 0 })).toEqual({ refusal: "This file is empty." });
  });

  it("a list whose first letters look like a signature is a list, and XML is none", () => {
    expect(kindOf({ ...text("cars.csv", "BMW;Audi"), detected: "image/bmp" })).toEqual({ type: "text/csv" });
    expect(kindOf({ ...text("cars.txt", "<?xml version='1.0'?><a/>"), detected: "application/xml" })).toEqual({ refusal: expect.stringMatching(/scripts/) as string });
  });

  it("an ending is what follows the last dot, also behind letters that turn the name around", () => {
    expect(["a.PDF", "a.tar.gz", ".env", "a", "annex\u202Efdp.exe", "a.pdf ", "a.b/c"].map(endingOf)).toEqual(["pdf", "gz", "", "", "exe", "pdf", ""]);
  });
});
