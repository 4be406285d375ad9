/** The id of a field's control, which links and error summaries lead to; of a cell, together with its row. */
export const anchorOf = (field: string, rowId: string | null): string => (rowId === null ? field : `${field}:${rowId}`);

/** Where a field is filled in. */
export const fieldHref = (handoverId: string, section: string, field: string, rowId: string | null): string =>
  `/handovers/${handoverId}/brief/${section}#${anchorOf(field, rowId)}`;
