import { uuidv7 } from "uuidv7";

/** A new id: uuid v7, so that later ids sort after earlier ones. */
export const newId = (): string => uuidv7();
