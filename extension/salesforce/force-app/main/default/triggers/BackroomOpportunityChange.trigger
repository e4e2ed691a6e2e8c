/** A changed opportunity is told to the backend, after the fact and aside: nobody's save waits for it or fails with it. */
trigger BackroomOpportunityChange on OpportunityChangeEvent(after insert) {
    List<EventBus.ChangeEventHeader> headers = new List<EventBus.ChangeEventHeader>();
    for (OpportunityChangeEvent change : Trigger.new) {
        headers.add(change.ChangeEventHeader);
    }
    BackroomChanges.tell(headers);
}
