// The script of the page: filters, and the list of what is ticked. All it works on is in the page;
// without it everything can be read. Its hash is in the page's policy.
export const SCRIPT = `
'use strict';
document.documentElement.classList.add('scripted');
const byId = (id) => document.getElementById(id);
const cards = [...document.querySelectorAll('.kind .card')];
const data = new Map(cards.map((card) => [card, JSON.parse(card.dataset.filter)]));
const form = document.querySelector('.filters');
const isBelow = (folder, chosen) => folder === chosen || folder.startsWith(chosen + '/') || folder.startsWith(chosen + '\\\\');
const fits = (photo, wanted) => wanted.every(([name, value]) =>
  photo[name].some((own) => (name === 'folder' ? isBelow(own, value) : own === value)));

function filter() {
  const wanted = [...form.elements].flatMap((field) =>
    field.tagName === 'SELECT' && field.value !== '' ? [[field.name, decodeURIComponent(field.value.slice(1))]] : []);
  let shown = 0;
  for (const card of cards) {
    card.hidden = !data.get(card).some((photo) => fits(photo, wanted));
    if (!card.hidden) shown++;
  }
  for (const kind of document.querySelectorAll('.kind')) {
    kind.hidden = kind.querySelector('.card:not([hidden])') === null;
  }
  byId('shown').textContent = shown + ' / ' + cards.length;
}

if (form !== null) {
  form.addEventListener('change', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(filter));
  filter();
  byId('tick-all').addEventListener('click', () => {
    for (const card of cards) {
      if (!card.hidden) for (const tick of card.querySelectorAll('.tick')) tick.checked = true;
    }
    refresh();
  });
  for (const button of document.querySelectorAll('[data-month]')) {
    button.addEventListener('click', () => {
      form.elements.month.value = form.elements.month.value === button.dataset.month ? '' : button.dataset.month;
      filter();
    });
  }
}

const forWhat = byId('for-what');
const ticked = () => [...new Set([...document.querySelectorAll('.tick:checked')]
  .map((tick) => decodeURIComponent(tick.dataset.path)))];
const isNul = (paths) => paths.some((path) => /[\\n\\r\\0]/.test(path));
const listOf = (paths) => paths.map((path) => path + (isNul(paths) ? '\\0' : '\\n')).join('');

function refresh() {
  const paths = ticked();
  const { name, command } = forWhat.selectedOptions[0].dataset;
  byId('ticked-count').textContent = paths.length;
  document.querySelector('.ticked').classList.toggle('empty', paths.length === 0);
  byId('paths').value = listOf(paths);
  byId('null-note').hidden = !isNul(paths);
  byId('command').hidden = command === '';
  byId('command').querySelector('code').textContent = command + ' ' + name + '.txt' + (isNul(paths) ? ' -0' : '');
  for (const id of ['copy', 'save', 'clear']) byId(id).disabled = paths.length === 0;
}

document.addEventListener('change', (event) => {
  if (event.target.matches('.tick, #for-what')) refresh();
});
byId('clear').addEventListener('click', () => {
  for (const tick of document.querySelectorAll('.tick:checked')) tick.checked = false;
  refresh();
});
byId('save').addEventListener('click', () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([listOf(ticked())], { type: 'text/plain' }));
  link.download = forWhat.selectedOptions[0].dataset.name + '.txt';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
});
byId('copy').addEventListener('click', async () => {
  const text = listOf(ticked());
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A browser that gives no page from the disk access to the clipboard still copies a selection.
    byId('paths').closest('details').open = true;
    byId('paths').select();
    document.execCommand('copy');
  }
});
refresh();
`;
