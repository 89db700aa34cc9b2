/*
 * Keeps what a volunteer has done safe from a lost line, a reload and a sleeping phone.
 *
 * A draft is kept by claim in localStorage, without name or number, under this browser session's own key. It is erased
 * when the server has the report, at sign-out and after 24 hours. From the number shown to the accepted report nothing
 * needs the network: a report that cannot be sent waits and is tried again, and since the server takes the same report
 * any number of times, trying too often is harmless. Plain ES2019: it has to run on five-year-old phones.
 */
(function () {
  'use strict';

  const PREFIX = 'ringstuga.call.';
  const DAY = 24 * 60 * 60 * 1000;
  const TIMEOUT = 20000;
  const LONGEST_WAIT = 30000;
  const RENEW_EVERY = 60000;

  /* A report under way ends the claim, so its lease is no longer asked about. */
  let reporting = false;

  const own = meta('caller');
  const store = openStore();

  function meta(name) {
    const element = document.querySelector('meta[name="' + name + '"]');
    return element ? element.content : '';
  }

  /* Storage: entries are {at, url, fields, body}; body is set once the report is on its way. */

  function openStore() {
    try {
      const test = PREFIX + 'test';
      localStorage.setItem(test, '1');
      localStorage.removeItem(test);
    } catch (privateMode) {
      return {
        works: false,
        read: function () { return null; },
        write: function () {},
        erase: function () {},
        keys: function () { return []; }
      };
    }
    return {
      works: true,
      read: function (key) {
        try {
          return JSON.parse(localStorage.getItem(key));
        } catch (broken) {
          return null;
        }
      },
      write: function (key, entry) {
        try {
          localStorage.setItem(key, JSON.stringify(entry));
        } catch (full) {
          /* The form still posts; only the safety net is missing. */
        }
      },
      erase: function (key) { localStorage.removeItem(key); },
      keys: function () {
        return Object.keys(localStorage).filter(function (key) { return key.indexOf(PREFIX) === 0; });
      }
    };
  }

  function eraseOld() {
    store.keys().forEach(function (key) {
      const entry = store.read(key);
      if (!entry || !(Date.now() - entry.at < DAY)) {
        store.erase(key);
      }
    });
  }

  /* Sending */

  function post(url, body) {
    const abort = new AbortController();
    const timer = setTimeout(function () { abort.abort(); }, TIMEOUT);
    return fetch(url, {
      method: 'POST',
      headers: { 'Accept': 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: body,
      credentials: 'same-origin',
      signal: abort.signal
    }).then(function (response) {
      return response.json().catch(function () { return {}; }).then(function (answer) {
        return { status: response.status, answer: answer };
      });
    }).finally(function () { clearTimeout(timer); });
  }

  /* Worth another try: no answer at all, the server in trouble, or too many at once. */
  function passes(status) {
    return status >= 500 || status === 429 || status === 408;
  }

  /* What the server says is wrong, by the name of the problem. */
  function told(result, problem) {
    const type = String(result.answer.type || '');
    return result.status === 409 && type.slice(-problem.length - 1) === '/' + problem;
  }

  /* Another report of the call counts already, or it is too late for any: this one is of no use any more. */
  function pointless(result) {
    return told(result, 'already-reported') || told(result, 'report-too-late');
  }

  /* Tries until the server has answered; waits longer each time, and not at all when the line comes back. */
  function deliver(url, body, onWaiting) {
    let wait = 1000;
    return new Promise(function (resolve) {
      function attempt() {
        post(url, body).then(function (result) {
          if (passes(result.status) || told(result, 'changed-meanwhile')) {
            later();
          } else {
            resolve(result);
          }
        }, later);
      }
      function later() {
        onWaiting();
        let timer = 0;
        function again() {
          clearTimeout(timer);
          window.removeEventListener('online', again);
          document.removeEventListener('visibilitychange', whenVisible);
          attempt();
        }
        function whenVisible() {
          if (document.visibilityState === 'visible') {
            again();
          }
        }
        timer = setTimeout(again, wait);
        wait = Math.min(wait * 2, LONGEST_WAIT);
        window.addEventListener('online', again);
        document.addEventListener('visibilitychange', whenVisible);
      }
      attempt();
    });
  }

  /* What an earlier page could not send, of whichever caller: it goes with its own secret and is never shown. */
  function sendLeftovers(except) {
    return Promise.all(store.keys().filter(function (key) { return key !== except; }).map(function (key) {
      const entry = store.read(key);
      if (!entry || !entry.body) {
        return Promise.resolve();
      }
      return deliver(entry.url, entry.body, function () {}).then(function (result) {
        if (result.status === 200 || pointless(result)) {
          store.erase(key);
        }
      });
    }));
  }

  /* The page with the person on the line */

  function callPage(form) {
    const practice = form.dataset.practice === 'true';
    const key = PREFIX + own + '.' + form.dataset.call;
    const state = document.getElementById('state');
    const url = form.getAttribute('action');
    let pressed = null;
    let onItsWay = false;
    let delivered = '';
    let saving = 0;

    function say(name, kind) {
      const text = state.dataset[name] || '';
      if (state.textContent !== text) {
        state.textContent = text;
      }
      state.className = 'state' + (kind ? ' ' + kind : '');
    }

    function fields() {
      return Array.from(new FormData(form).entries()).filter(function (pair) { return typeof pair[1] === 'string'; });
    }

    function save() {
      clearTimeout(saving);
      if (practice || onItsWay || delivered) {
        return;
      }
      const kept = fields().filter(function (pair) { return pair[0] !== 'secret' && pair[0] !== 'zone'; });
      store.write(key, { at: Date.now(), url: url, fields: kept });
    }

    function fill(kept) {
      const byName = {};
      kept.forEach(function (pair) { (byName[pair[0]] = byName[pair[0]] || []).push(pair[1]); });
      Array.from(form.elements).forEach(function (field) {
        if (!field.name || field.type === 'hidden' || field.tagName === 'BUTTON') {
          return;
        }
        const values = byName[field.name] || [];
        if (field.type === 'checkbox' || field.type === 'radio') {
          field.checked = values.indexOf(field.value) >= 0;
        } else if (values.length) {
          field.value = values[0];
          const fold = field.closest('details');
          if (fold && field.value) {
            fold.open = true;
          }
        }
      });
    }

    function restore() {
      const entry = store.read(key);
      if (!entry || practice) {
        return;
      }
      if (entry.body) {
        send(entry.body);
      } else if (entry.fields && entry.fields.some(function (pair) { return pair[1] !== ''; })) {
        fill(entry.fields);
        say('restored');
      }
    }

    function lock(locked) {
      onItsWay = locked;
      reporting = locked;
      document.querySelectorAll('button[form="report"], #report button, #open-other').forEach(function (button) {
        if (locked) {
          button.setAttribute('aria-disabled', 'true');
        } else {
          button.removeAttribute('aria-disabled');
        }
      });
    }

    function send(body) {
      lock(true);
      say('sending');
      deliver(url, body, function () { say(store.works ? 'waiting' : 'waitingUnstored', 'warn'); }).then(answered);
    }

    function answered(result) {
      if (result.status === 200 && result.answer.next) {
        store.erase(key);
        delivered = result.answer.next;
        say('sent', 'good');
        location.replace(delivered);
        return;
      }
      if (pointless(result)) {
        store.erase(key);
        say('different', 'warn');
        return;
      }
      lock(false);
      if (result.status === 401 || result.status === 403) {
        save();
        say('signedOut', 'warn');
        return;
      }
      save();
      say('check', 'warn');
      showFaults(result.answer.faults || {});
    }

    function showFaults(faults) {
      Object.keys(faults).forEach(function (name) {
        const field = form.querySelector('[name="' + (name === 'callBackAt' ? 'callBackOther' : name) + '"]');
        const place = document.getElementById(name + '-wrong') || besides(field, name);
        if (!place) {
          return;
        }
        place.textContent = faults[name];
        place.hidden = false;
        field.setAttribute('aria-invalid', 'true');
        const fold = field.closest('details');
        if (fold) {
          fold.open = true;
        }
        if (sheet.contains(field)) {
          openSheet();
        }
        field.focus();
      });
    }

    function besides(field, name) {
      if (!field) {
        return null;
      }
      const place = document.createElement('p');
      place.className = 'wrong';
      place.id = name + '-wrong';
      (field.closest('fieldset') || field.parentNode).appendChild(place);
      return place;
    }

    form.addEventListener('click', function (event) { remember(event); });
    document.querySelectorAll('button[form="report"]').forEach(function (button) {
      button.addEventListener('click', remember);
    });
    function remember(event) {
      const button = event.target.closest('button');
      if (button && button.type === 'submit') {
        pressed = button;
      }
    }

    form.addEventListener('submit', function (event) {
      event.preventDefault();
      const button = event.submitter || pressed;
      if (onItsWay || delivered || !button || !button.name) {
        return;
      }
      const body = new URLSearchParams(fields());
      body.append(button.name, button.value);
      if (!practice) {
        store.write(key, { at: Date.now(), url: url, body: body.toString() });
      }
      closeSheet();
      send(body.toString());
    });

    form.addEventListener('input', function () {
      clearTimeout(saving);
      saving = setTimeout(save, 250);
    });
    form.addEventListener('change', save);
    document.addEventListener('visibilitychange', function () {
      if (document.visibilityState === 'hidden') {
        save();
      }
    });
    window.addEventListener('pagehide', save);
    /* Shown again from the browser's memory after its report went in: there is nothing more to do here. */
    window.addEventListener('pageshow', function (event) {
      if (event.persisted && delivered) {
        location.replace(delivered);
      }
    });

    if (!store.works && !practice) {
      document.getElementById('nostorage').hidden = false;
    }
    showTyping();
    restore();
    return key;

    /* "Another time" is chosen by typing one. */
    function showTyping() {
      const other = form.querySelector('[name="callBackOther"]');
      const choice = form.querySelector('[name="callBack"][value="other"]');
      if (other && choice) {
        other.addEventListener('input', function () { choice.checked = true; });
      }
    }
  }

  /* The number: asked for when it is about to be dialled, then it stays */

  function numberButton(form) {
    const place = document.getElementById('numbers');
    const lease = document.getElementById('lease');
    let asking = false;
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      if (asking) {
        return;
      }
      asking = true;
      post(form.getAttribute('action'), '').then(function (result) {
        asking = false;
        if (result.status === 200) {
          show(result.answer);
        } else if (result.status === 409) {
          sayLost(lease, result.answer);
        } else if (result.status === 401) {
          location.reload();
        } else {
          lease.textContent = lease.dataset.failed;
        }
      }, function () {
        asking = false;
        lease.textContent = lease.dataset.failed;
      });
    });

    function show(answer) {
      const links = answer.numbers.map(function (number, index) {
        const link = document.createElement('a');
        link.className = 'button wide call' + (index === 0 ? ' primary' : '');
        link.href = 'tel:' + number.e164;
        link.textContent = place.dataset.call.replace('%s', number.shown);
        return link;
      });
      place.replaceChildren ? place.replaceChildren.apply(place, links) : replace(place, links);
      links[0].focus();
      lease.textContent = answer.leaseWords;
      const which = document.getElementById('which');
      if (which) {
        which.hidden = links.length < 2;
      }
      document.getElementById('done').className = 'primary';
      const skip = document.getElementById('skip');
      if (skip) {
        skip.hidden = true;
      }
    }
  }

  function replace(place, links) {
    place.textContent = '';
    links.forEach(function (link) { place.appendChild(link); });
  }

  /* The lease: renewed while somebody looks at the page, and said plainly when it is over */

  function keepLease(lease) {
    let over = false;
    let renewing = false;
    function renew() {
      if (over || renewing || reporting || document.visibilityState !== 'visible') {
        return;
      }
      renewing = true;
      post(lease.dataset.lease, '').then(function (result) {
        renewing = false;
        if (result.status === 200) {
          if (lease.textContent !== result.answer.leaseWords) {
            lease.textContent = result.answer.leaseWords;
          }
        } else if (result.status === 409 && !reporting) {
          over = true;
          if (result.answer.state === 'UNREPORTED') {
            lease.textContent = lease.dataset.late;
            lease.className = 'notice warn';
          } else {
            sayLost(lease, result.answer);
          }
        }
      }, function () { renewing = false; });
    }
    setInterval(renew, RENEW_EVERY);
    document.addEventListener('visibilitychange', renew);
    window.addEventListener('online', renew);
  }

  /* Somebody else has the person now, or nobody may call: the page ends here, with the way on under the thumb. */
  function sayLost(lease, answer) {
    const why = { OUTSIDE_HOURS: 'hours', PAUSED: 'paused', CLOSED: 'closed', PERSON: 'refused' }[answer.reason];
    lease.textContent = lease.dataset[why || (answer.state === 'ENDED' ? 'ended' : 'lost')];
    lease.className = 'notice warn';
    ['numbers', 'skip', 'open-other', 'done'].forEach(function (id) {
      const element = document.getElementById(id);
      if (element) {
        element.hidden = true;
      }
    });
    const next = document.createElement('a');
    next.className = 'button primary';
    next.href = '/ring';
    next.textContent = lease.dataset.next;
    document.querySelector('.thumb').appendChild(next);
    next.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  /* The sheet of other outcomes */

  const sheet = document.getElementById('other');

  function prepareSheet() {
    sheet.removeAttribute('open');
    sheet.classList.add('sheet');
    const close = document.getElementById('close-other');
    close.hidden = false;
    close.addEventListener('click', closeSheet);
    document.getElementById('open-other').addEventListener('click', function (event) {
      event.preventDefault();
      if (event.currentTarget.getAttribute('aria-disabled') !== 'true') {
        openSheet();
      }
    });
    document.getElementById('open-other').addEventListener('keydown', function (event) {
      if (event.key === ' ') {
        event.preventDefault();
        openSheet();
      }
    });
    sheet.addEventListener('click', function (event) {
      if (event.target === sheet) {
        closeSheet();
      }
    });
  }

  function openSheet() {
    if (sheet.open) {
      return;
    }
    if (sheet.showModal) {
      sheet.showModal();
    } else {
      sheet.setAttribute('open', '');
      sheet.scrollIntoView();
    }
  }

  function closeSheet() {
    if (sheet && sheet.classList.contains('sheet') && sheet.hasAttribute('open')) {
      sheet.close ? sheet.close() : sheet.removeAttribute('open');
    }
  }

  /* Between the calls */

  function outbox(place) {
    function unsent() {
      return store.keys().some(function (key) { const entry = store.read(key); return entry && entry.body; });
    }
    const waiting = unsent();
    if (waiting) {
      place.textContent = place.dataset.unsent;
      place.classList.add('warn');
    }
    return function () {
      if (waiting && !unsent()) {
        place.textContent = place.dataset.sent;
        place.classList.remove('warn');
        place.classList.add('good');
      }
    };
  }

  function eraseOf(gone) {
    store.keys().forEach(function (key) {
      const entry = store.read(key);
      if (key.indexOf(PREFIX + gone + '.') === 0 && !(entry && entry.body)) {
        store.erase(key);
      }
    });
  }

  eraseOld();
  const form = document.getElementById('report');
  if (sheet) {
    prepareSheet();
  }
  const key = form ? callPage(form) : '';
  document.querySelectorAll('form[data-number]').forEach(numberButton);
  document.querySelectorAll('[data-lease]').forEach(keepLease);
  if (meta('caller-gone')) {
    eraseOf(meta('caller-gone'));
  }
  const outboxPlace = document.getElementById('outbox');
  const allSent = outboxPlace ? outbox(outboxPlace) : function () {};
  sendLeftovers(key).then(allSent);

  document.querySelectorAll('[data-undo-until]').forEach(function (undo) {
    setTimeout(function () { undo.hidden = true; }, Number(undo.dataset.undoUntil) * 1000);
  });
  document.querySelectorAll('[data-look-at]').forEach(function (place) {
    if (place.dataset.lookAt) {
      setTimeout(function () { place.textContent = place.dataset.look; }, Math.min(Number(place.dataset.lookAt) * 1000, DAY));
    }
  });
  /* Pressed twice is pressed once. */
  document.querySelectorAll('form[method="post"]:not(#report):not([data-number])').forEach(function (other) {
    let sent = false;
    other.addEventListener('submit', function (event) {
      if (sent) {
        event.preventDefault();
      }
      sent = true;
    });
    window.addEventListener('pageshow', function () { sent = false; });
  });
}());
