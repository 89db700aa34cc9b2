/* Writing a broadcast or a message: shows what it becomes while somebody types, keeps unsaved text through a reload, and
   inserts fields. Everything here also works by the page's plain buttons. ES2019, no framework. */
(function () {
  'use strict';

  const PREFIX = 'ringstuga.compose.';
  const PAUSE = 400;

  /* Kept for this tab alone, and only until the server has it. Without storage (private mode) nothing is kept. */
  const store = {
    read: function (key) {
      try { return JSON.parse(sessionStorage.getItem(PREFIX + key) || 'null'); } catch (unreadable) { return null; }
    },
    write: function (key, value) {
      try { sessionStorage.setItem(PREFIX + key, JSON.stringify(value)); } catch (full) { /* typed text stays in the page */ }
    },
    erase: function (key) {
      try { sessionStorage.removeItem(PREFIX + key); } catch (none) { /* nothing was kept */ }
    }
  };

  const saved = document.querySelector('meta[name="compose-saved"]');
  if (saved) {
    saved.content.split(' ').forEach(store.erase);
  }
  const form = document.getElementById('compose');
  if (!form) {
    return;
  }

  const text = document.getElementById('text');
  const preview = document.getElementById('preview');
  const count = document.getElementById('count');
  const key = form.dataset.draft;
  const faulty = form.querySelector('[aria-invalid="true"], .wrong') !== null;

  document.querySelectorAll('[data-noscript]').forEach(function (element) { element.hidden = true; });
  const fields = document.getElementById('fields');
  if (fields) {
    fields.hidden = false;
  }

  /* What belongs to another choice is out of the way */

  function showWhatBelongs() {
    form.querySelectorAll('[data-for]').forEach(function (part) {
      const chosen = form.querySelector('[name="' + part.dataset.for + '"]:checked');
      part.hidden = !chosen || chosen.value !== part.dataset.value;
    });
  }

  /* The preview: posted when the fingers rest, the latest answer wins */

  let timer = 0;
  let asked = 0;

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  }

  function ask(name, value) {
    clearTimeout(timer);
    const number = ++asked;
    const body = new URLSearchParams();
    new FormData(form).forEach(function (fieldValue, field) {
      if (typeof fieldValue === 'string') {
        body.append(field, fieldValue);
      }
    });
    if (typeof name === 'string') {
      body.append(name, value);
    }
    fetch(form.dataset.live, { method: 'POST', body: body, credentials: 'same-origin' }).then(function (answer) {
      return answer.ok && !answer.redirected ? answer.text() : null;
    }).then(function (html) {
      if (html !== null && number === asked) {
        show(html);
      }
    }, function () { /* the line is lost: the last preview stays, and the next keystroke asks again */ });
  }

  function show(html) {
    const focused = preview.contains(document.activeElement) ? document.activeElement.name : '';
    const unfolded = preview.querySelector('details[open]') !== null;
    preview.innerHTML = html;
    const fold = preview.querySelector('details');
    if (fold && unfolded) {
      fold.open = true;
    }
    const again = focused ? preview.querySelector('[name="' + focused + '"]') : null;
    if (again) {
      again.focus();
    }
    sayCount();
  }

  function sayCount() {
    const counts = preview.querySelector('.counts');
    const words = counts ? counts.textContent : '';
    if (count && count.textContent !== words) {
      count.textContent = words;
    }
  }

  preview.addEventListener('click', function (event) {
    const button = event.target.closest('button');
    if (!button || !button.name) {
      return;
    }
    event.preventDefault();
    if (button.name === 'replace') {
      text.value = text.value.split(button.value).join(button.dataset.by || '');
      keepSoon();
      ask();
    } else {
      ask(button.name, button.value);
    }
  });

  document.querySelectorAll('[data-insert]').forEach(function (button) {
    button.addEventListener('click', function () {
      text.setRangeText(button.dataset.insert, text.selectionStart, text.selectionEnd, 'end');
      text.focus();
      keepSoon();
      soon();
    });
  });

  /* Unsaved text survives a reload */

  let keeping = 0;
  const server = snapshot();

  function snapshot() {
    return Array.from(form.elements).filter(function (field) {
      return field.name && field.type !== 'hidden' && field.tagName !== 'BUTTON';
    }).map(function (field) {
      const choice = field.type === 'radio' || field.type === 'checkbox';
      return [field.name, choice ? field.value : '', choice ? field.checked : field.value];
    });
  }

  function keep() {
    clearTimeout(keeping);
    if (sent) {
      return;
    }
    const now = snapshot();
    if (JSON.stringify(now) === JSON.stringify(server)) {
      store.erase(key);
    } else {
      store.write(key, now);
    }
  }

  function keepSoon() {
    clearTimeout(keeping);
    keeping = setTimeout(keep, 250);
  }

  function fill(kept) {
    kept.forEach(function (entry) {
      Array.from(form.elements).forEach(function (field) {
        if (field.name !== entry[0] || field.type === 'hidden' || field.tagName === 'BUTTON') {
          return;
        }
        if (field.type === 'radio' || field.type === 'checkbox') {
          if (field.value === entry[1]) {
            field.checked = entry[2];
          }
        } else {
          field.value = entry[2];
        }
      });
    });
  }

  function restore() {
    const kept = store.read(key);
    if (!Array.isArray(kept) || faulty) {
      return;
    }
    fill(kept);
    const place = document.getElementById('draft');
    const discard = document.createElement('button');
    discard.type = 'button';
    discard.className = 'link';
    discard.textContent = place.dataset.discard;
    discard.addEventListener('click', function () {
      store.erase(key);
      fill(server);
      place.textContent = '';
      showWhatBelongs();
      ask();
      text.focus();
    });
    place.textContent = place.dataset.restored + ' ';
    place.appendChild(discard);
  }

  /* Pressed twice is pressed once */

  let sent = false;
  form.addEventListener('submit', function (event) {
    if (sent) {
      event.preventDefault();
      return;
    }
    keep();
    sent = true;
  });
  window.addEventListener('pageshow', function () { sent = false; });

  form.addEventListener('input', function () {
    showWhatBelongs();
    keepSoon();
    soon();
  });
  window.addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', function () {
    if (document.visibilityState === 'hidden') {
      keep();
    }
  });

  /* Whoever is sent back is taken to the first thing that is wrong, which may be far below on a phone */

  function goToFault() {
    const wrong = form.querySelector('[aria-invalid="true"], .wrong');
    const around = wrong && wrong.closest('.field, fieldset');
    const field = wrong && wrong.matches('input, select, textarea') ? wrong : around && around.querySelector('input, select, textarea');
    if (field) {
      field.focus({ preventScroll: true });
      (around || field).scrollIntoView({ block: 'center' });
    }
  }

  restore();
  showWhatBelongs();
  if (faulty) {
    sayCount();
    goToFault();
  } else {
    ask();
  }
}());
