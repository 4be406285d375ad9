/** Stands for the id of a row that does not exist yet, in the blank row that the server renders. */
export const BLANK_ROW = "new-row";
