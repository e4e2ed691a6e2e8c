/**
 * The words by which people look for a write: deal, customer, rep and product names. A full-text index, because a part of a name cannot be
 * found by a plain one; punctuation parts words, so that `GBX-007` and `pat@example.com` are found by each of their parts.
 */
export const searchStatements = [
  `create function submission_words(record_name text, customer_name text, created_by text, payload jsonb) returns tsvector language sql immutable parallel safe as $$
     select to_tsvector('simple', translate(concat_words, '-_.@/+&,;:''"()[]{}<>|\\#*?!=', repeat(' ', 30)))
     from (select coalesce(record_name, '') || ' ' || coalesce(customer_name, '') || ' ' || coalesce(created_by, '') || ' ' || coalesce(payload->'customer'->>'name', '') || ' '
       || jsonb_path_query_array(payload, '$.order.lines[*].description')::text || ' ' || jsonb_path_query_array(payload, '$.claim.lines[*].code')::text as concat_words) as parts
   $$`,
  'create index submissions_words on submissions using gin (submission_words(record_name, customer_name, created_by, payload))',
];
