/** Why somebody reports a record, or an owner a message. */
export const reportReasons = ['spam', 'harassment', 'illegal', 'other'] as const;
export type ReportReason = (typeof reportReasons)[number];
