/** The CRM's task of an alert, so that it is finished when the alert is solved. An earlier release does not know the column. */
export const alertTaskStatements = ['alter table alerts add column task text'];
