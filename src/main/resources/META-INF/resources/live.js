/* An evening that moves by itself: the server sends the board, and only the parts that are different are replaced, so that
   nothing moves under a finger. ES2019, no framework. */
(function () {
  'use strict';

  const PATIENCE = 25000;
  const LONGEST_WAIT = 60000;
  const live = document.getElementById('live');
  const lost = document.getElementById('lost');
  if (!live || !lost || !window.EventSource) {
    return;
  }

  let source = null;
  let watchdog = 0;
  let wait = 3000;

  function replace(old, fresh) {
    if (old.innerHTML === fresh.innerHTML) {
      return;
    }
    const focused = old.contains(document.activeElement) ? document.activeElement.id : '';
    old.innerHTML = fresh.innerHTML;
    const again = focused && document.getElementById(focused);
    if (again) {
      again.focus({ preventScroll: true });
    }
  }

  function show(html) {
    const sent = document.createElement('template');
    sent.innerHTML = html;
    sent.content.querySelectorAll('[data-part]').forEach(function (fresh) {
      const old = live.querySelector('[data-part="' + fresh.dataset.part + '"]');
      if (old) {
        replace(old, fresh);
      }
    });
  }

  /* A line that is silent for longer than its signs of life is lost, whatever the browser believes. */
  function alive() {
    lost.hidden = true;
    live.classList.remove('stale');
    wait = 3000;
    clearTimeout(watchdog);
    watchdog = setTimeout(again, PATIENCE);
  }

  function again() {
    lost.hidden = false;
    live.classList.add('stale');
    if (source) {
      source.close();
    }
    clearTimeout(watchdog);
    watchdog = setTimeout(listen, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  /* The page itself, not a reload: what is shown may be the answer to a form. */
  function over() {
    source.close();
    clearTimeout(watchdog);
    location.assign(live.dataset.page);
  }

  function listen() {
    clearTimeout(watchdog);
    if (source) {
      source.close();
    }
    source = new EventSource(live.dataset.live);
    watchdog = setTimeout(again, PATIENCE);
    source.addEventListener('board', function (event) { alive(); show(event.data); });
    source.addEventListener('beat', alive);
    source.addEventListener('closed', over);
    source.addEventListener('out', over);
    source.onerror = again;
  }

  window.addEventListener('online', listen);
  window.addEventListener('pagehide', function () { clearTimeout(watchdog); if (source) { source.close(); } });
  window.addEventListener('pageshow', function (event) { if (event.persisted) { listen(); } });
  listen();
})();
