/** What a record's timeline can be told of. */
export const timelineKinds = ['order_confirmed', 'delivered', 'overdue', 'over_limit', 'return_credited'] as const;
export type TimelineKind = (typeof timelineKinds)[number];
