/* The door: searching needs no network, and what is ticked without one is kept on the phone and sent when it is back.
   Only numbers of sign-ups are kept, never a name. Without this script every button is a form. */
(function () {
  'use strict';
  var list = document.getElementById('door');
  if (!list) return;
  var search = document.getElementById('door-search');
  var count = document.getElementById('count');
  var line = document.getElementById('line');
  var key = 'door-' + list.dataset.event;
  var waiting = read();
  var sending = false;

  function read() {
    try { return JSON.parse(localStorage.getItem(key)) || []; } catch (unreadable) { return []; }
  }
  function keep() {
    try {
      if (waiting.length) localStorage.setItem(key, JSON.stringify(waiting)); else localStorage.removeItem(key);
    } catch (full) { /* they are sent all the same as long as the page is open */ }
  }
  function rows() { return Array.prototype.slice.call(list.children); }
  function rowOf(id) {
    var field = list.querySelector('input[name=signUp][value="' + id + '"]');
    return field && field.closest('li');
  }
  function show(row, tick) {
    if (row) row.classList.toggle('in', tick === 'in');
  }
  function tell() {
    var here = Number(count.dataset.here), expected = Number(count.dataset.expected);
    rows().forEach(function (row) {
      var inside = row.classList.contains('in');
      here += inside - (row.dataset.here === '1');
      if (row.dataset.expected !== '1') expected += inside;
    });
    count.textContent = count.dataset.words.replace('-1', here).replace('-2', expected);
  }
  function say(words, left) { line.textContent = words ? words + (left ? ' ' + left : '') : ''; }

  function fold(text) { return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, ''); }
  function narrow() {
    var words = fold(search.value).split(/\s+/).filter(Boolean);
    rows().forEach(function (row) {
      var name = fold(row.querySelector('.who').textContent);
      row.hidden = !words.every(function (word) { return name.indexOf(word) >= 0; });
    });
  }

  function send() {
    if (sending || !waiting.length) return;
    sending = true;
    var next = waiting[0];
    /* kept alive: whoever ticks and goes on to another page at once has ticked */
    fetch(location.pathname, {
      method: 'POST', redirect: 'manual', credentials: 'same-origin', keepalive: true,
      headers: { 'X-Door': '1', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'signUp=' + next.id + '&tick=' + next.tick
    }).then(function (answer) {
      sending = false;
      if (answer.type === 'opaqueredirect' || answer.status === 401) { say(line.dataset.signedOut); return; }
      if (answer.status >= 500 || answer.status === 429) { say(line.dataset.offline, waiting.length); return; }
      waiting.shift();
      keep();
      if (answer.ok) { say(''); } else { say(line.dataset.failed); show(rowOf(next.id), next.tick === 'in' ? 'undo' : 'in'); tell(); }
      send();
    }, function () {
      sending = false;
      say(line.dataset.offline, waiting.length);
    });
  }

  list.addEventListener('submit', function (event) {
    var button = event.submitter || document.activeElement;
    if (!button || button.name !== 'tick') return;
    event.preventDefault();
    var id = event.target.elements.signUp.value;
    waiting.push({ id: id, tick: button.value });
    keep();
    show(rowOf(id), button.value);
    tell();
    if (search.value) { search.value = ''; narrow(); search.focus(); }
    send();
  });
  search.addEventListener('input', narrow);
  /* whoever presses Enter has found somebody in the list; looking further needs the network, and a button */
  search.addEventListener('keydown', function (event) { if (event.key === 'Enter') event.preventDefault(); });
  search.form.addEventListener('submit', function (event) { if (!navigator.onLine) { event.preventDefault(); say(line.dataset.offline); } });
  window.addEventListener('online', send);
  setInterval(send, 5000);
  waiting.forEach(function (one) { show(rowOf(one.id), one.tick); });
  tell();
  send();
})();
