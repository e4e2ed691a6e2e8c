// Keeps an open page of the order desk up to date. The pages work without it: then somebody reloads.
const every = Number(document.body.dataset.live ?? 0);
// The row of places scrolls on a phone: where one is has to be seen in it.
document.querySelector('.top nav [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });

/** Something of ours that had the keyboard keeps it; what is gone hands it to the heading. */
function keepFocus(change) {
  const { id } = document.activeElement ?? {};
  const had = document.activeElement?.closest('[data-part]');
  change();
  if (!had) return;
  const again = id && document.getElementById(id);
  (again || document.querySelector('h1'))?.focus({ preventScroll: true });
}
function take(fresh) {
  const parts = [...document.querySelectorAll('[data-part]')].filter((part) => {
    const other = fresh.getElementById(part.id);
    return other && other.innerHTML !== part.innerHTML;
  });
  if (parts.length > 0)
    keepFocus(() => {
      for (const part of parts) {
        const ticked = [...part.querySelectorAll(':checked[id]')].map(({ id }) => id);
        part.replaceChildren(...fresh.getElementById(part.id).childNodes);
        for (const id of ticked) document.getElementById(id)?.click();
      }
    });
  const say = document.getElementById('say');
  const news = fresh.getElementById('say')?.dataset.say;
  if (say && news && news !== say.dataset.say) {
    say.dataset.say = news;
    document.getElementById('said').textContent = news;
  }
  const pace = Number(fresh.body.dataset.live ?? 0);
  return pace > 0 ? pace : every;
}
async function refresh() {
  let pace = every;
  try {
    const answer = await fetch(location.href, {
      headers: { accept: 'text/html', 'x-backroom-refresh': '1' },
      signal: AbortSignal.timeout(10_000),
    });
    // Signed out or gone meanwhile: the page itself says so.
    if (answer.status === 401 || answer.status === 404) return location.reload();
    if (!answer.ok) throw new Error(String(answer.status));
    pace = take(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    document.getElementById('stale').hidden = true;
  } catch {
    document.getElementById('stale').hidden = false;
  }
  setTimeout(whenSeen, pace);
}
/** A tab in the background asks nothing. */
function whenSeen() {
  if (document.visibilityState === 'visible') void refresh();
  else document.addEventListener('visibilitychange', whenSeen, { once: true });
}

/** J and K go from order to order, X ticks it: while the keyboard is in the list, and not in a field. */
document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  const list = target.closest?.('#rows');
  if (!list || event.ctrlKey || event.metaKey || event.altKey || target.matches('input:not([type=checkbox])')) return;
  const names = [...list.querySelectorAll('a.name')];
  const at = names.indexOf(target.closest('tr')?.querySelector('a.name'));
  if (key === 'j') names[Math.min(at + 1, names.length - 1)]?.focus();
  else if (key === 'k') names[Math.max(at - 1, 0)]?.focus();
  else if (key === 'x') target.closest('tr')?.querySelector('input[name=id]')?.click();
});

// What was done is said once, and not again by a reload.
const shown = new URL(location.href);
if (shown.searchParams.has('done')) {
  shown.searchParams.delete('done');
  history.replaceState(null, '', shown);
}
// The result, or what is wrong, is where the keyboard goes on.
document.querySelector('#failure, #done')?.focus();
if ('askZone' in document.body.dataset) {
  const body = new URLSearchParams({ timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  const answer = await fetch('/desk/view', { method: 'POST', body, redirect: 'manual' }).catch(() => null);
  if (answer?.type === 'opaqueredirect' && !sessionStorage.getItem('zone')) {
    // Once: a zone that the server does not know must not make the page load for ever.
    sessionStorage.setItem('zone', 'asked');
    location.reload();
  }
}
if (every > 0) setTimeout(whenSeen, every);
