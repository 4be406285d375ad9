import { uuidv7 } from "uuidv7";

/** A new id: uuid v7, so that later ids sort after earlier ones. */
export const newId = (): string => uuidv7();

/** Whether a text from an address can be an id at all: the database would refuse anything else with an error. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
