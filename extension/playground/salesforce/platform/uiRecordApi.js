/** The page shows the record's own fields; it is told that they changed. */
export const notifyRecordUpdateAvailable = async (records) => {
  window.dispatchEvent(new CustomEvent('salesforce:record-changed', { detail: records }));
};
