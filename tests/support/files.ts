import { crc32 } from "node:zlib";

/** A zip archive of uncompressed files, as an office program would begin one. */
export function zipOf(files: Record<string, string>): Buffer {
  const [parts, index]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, path, data]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    index.push(Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), common, where, path]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(index);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(index.length, 4);
  end.writeUInt16LE(index.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from("PK\x05\x06"), end]);
}

const contentTypes = (main: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}+xml"/></Types>`;
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main";

/** Small files of each kind, as their programs write them. */
export const FILES = {
  pdf: Buffer.from("%PDF-1.4\n%\u00e2\u00e3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n", "latin1"),
  png: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"),
  docx: zipOf({ "[Content_Types].xml": contentTypes(WORD), "word/document.xml": "<w:document/>" }),
  docm: zipOf({ "[Content_Types].xml": contentTypes("application/vnd.ms-word.document.macroEnabled.main"), "word/document.xml": "<w:document/>", "word/vbaProject.bin": "x" }),
  zip: zipOf({ "readme.txt": "hello", "a/b.txt": "there" }),
  csv: Buffer.from("name;amount\nBrandt;1\n"),
  exe: Buffer.from("MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00", "latin1"),
  ole: Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504)]),
  html: Buffer.from("<!doctype html><script>alert(1)</script>"),
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
} as const;

/** The bytes as they come over the wire, a few at a time. */
export async function* pieces(bytes: Uint8Array, each = 1_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += each) {
    await Promise.resolve();
    yield bytes.subarray(at, at + each);
  }
}
