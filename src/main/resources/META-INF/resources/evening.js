/* What the organizer says to all callers, while a caller's page stays open; asking for help without leaving the page.
   ES2019, no framework. */
(function () {
  'use strict';

  const EVERY = 20000;
  const place = document.getElementById('evening');
  if (!place || !window.fetch) {
    return;
  }

  function show(html) {
    if (place.innerHTML.trim() !== html.trim() && !place.contains(document.activeElement)) {
      place.innerHTML = html;
    }
  }

  function ask() {
    if (document.hidden) {
      return Promise.resolve();
    }
    return fetch('/ring/evening', { credentials: 'same-origin' })
      .then(function (answer) { return answer.ok ? answer.text().then(show) : null; })
      .catch(function () { /* the line is lost for a while; the call goes on */ });
  }

  place.addEventListener('submit', function (event) {
    event.preventDefault();
    fetch(event.target.action, { method: 'POST', credentials: 'same-origin' })
      .then(function () { if (document.activeElement) { document.activeElement.blur(); } return ask(); })
      .catch(function () { event.target.submit(); });
  });
  setInterval(ask, EVERY);
})();
