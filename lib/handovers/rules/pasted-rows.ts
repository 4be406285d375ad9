/** More than this is no list that somebody wants as rows. */
const MOST = 100;

const BULLET = /^\s*(?:[-*+•‣◦▪●○·–—☐☑✓✔]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+(?:\[[ xX]\]\s+)?/u;

/**
 * The rows that a pasted text would make (P1.4), or null where it is one thing: the items of a bulleted or numbered list,
 * each with the lines that belong to it, or else its lines. Nothing of the text is lost but bullets, numbers and the
 * space around items.
 */
export function rowsIn(text: string): string[] | null {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  const isList = lines.filter(isBulleted).length > 1;
  const items: string[] = [];
  for (const line of lines) {
    const isItem = !isList || isBulleted(line) || items.length === 0;
    if (isItem) items.push(withoutBullet(line).trim());
    else items.push(`${items.pop() ?? ""}\n${line.trim()}`);
  }
  const said = items.filter((item) => item !== "");
  return said.length > 1 && said.length <= MOST ? said : null;
}

/** A line as it is said; one that is nothing but a bullet says nothing. */
const withoutBullet = (line: string) => (`${line.trim()} `).replace(BULLET, "");
const isBulleted = (line: string) => BULLET.test(`${line.trim()} `);
