const AROUND = 8;

/** Scrolls the CRM's page so far that its window shows the dialogue. What is fixed scrolls no page: something of its size and place does. */
function bringInSight(dialog: HTMLDialogElement): void {
  const { top, height } = dialog.getBoundingClientRect();
  const mark = document.createElement('div');
  const from = scrollY + top - AROUND;
  mark.style.cssText = `position: absolute; left: 0; width: 1px; top: ${from}px; height: ${height + 2 * AROUND}px`;
  document.body.append(mark);
  mark.scrollIntoView({ block: 'nearest' });
  mark.remove();
}

/**
 * Puts a dialogue where a person looks. A browser puts it into the middle of the frame, and a CRM makes the frame as high as its content: that middle may be
 * far away from what the window shows. Returns what ends it.
 */
export function keepInSight(dialog: HTMLDialogElement): () => void {
  let seen: { top: number; height: number } | null = null;
  const place = () => {
    if (!seen) return;
    const { offsetHeight: height } = dialog;
    const wanted = seen.top + Math.max(AROUND, (seen.height - height) / 2);
    const top = Math.max(AROUND, Math.min(wanted, innerHeight - height - AROUND));
    dialog.style.margin = `${top}px auto auto`;
    bringInSight(dialog);
  };
  // The part of this frame that the CRM's window shows: across origins this is the one way to know.
  const shown = new IntersectionObserver((entries) => {
    const rect = entries.at(-1)?.intersectionRect;
    if (rect && rect.height > 0) seen ??= rect;
    shown.disconnect();
    place();
  });
  shown.observe(document.documentElement);
  const sizes = new ResizeObserver(place);
  sizes.observe(dialog);
  addEventListener('resize', place);
  return () => {
    shown.disconnect();
    sizes.disconnect();
    removeEventListener('resize', place);
  };
}
