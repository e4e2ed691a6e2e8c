/** A changed account is told to the backend, after the fact and aside: nobody's save waits for it or fails with it. */
trigger BackroomAccountChange on AccountChangeEvent(after insert) {
    List<EventBus.ChangeEventHeader> headers = new List<EventBus.ChangeEventHeader>();
    for (AccountChangeEvent change : Trigger.new) {
        headers.add(change.ChangeEventHeader);
    }
    BackroomChanges.tell(headers);
}
