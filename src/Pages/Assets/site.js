// What a script can add to pages that work without it: tables are sorted and filtered, a trend is read week by week, and
// the map and its table point to each other. Nothing is fetched, and nothing is stored.

const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};
const text = cell => (cell?.textContent ?? '').trim().replace(/\s+/g, ' ');
const plural = (count, noun) => `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;

// Tables

const smallest = 8;

function enhance(table) {
  const bodies = [...table.tBodies];
  const groups = bodies.flatMap(body => {
    let heading = '';
    return [...body.rows].map(row => {
      if (row.classList.contains('state')) heading = text(row);
      return { row, body, heading, isHeading: row.classList.contains('state') };
    });
  });
  const rows = groups.filter(entry => !entry.isHeading);
  // Of a list of several pages, one page alone would be sorted and filtered.
  if (rows.length < smallest || table.parentElement.querySelector('.pager')) return;
  filter(table, groups, rows);
  sort(table, groups, rows);
}

function filter(table, groups, rows) {
  const input = make('input', { type: 'search', autocomplete: 'off' });
  const count = make('output', { textContent: plural(rows.length, 'row') });
  table.before(make('p', { className: 'table-tools' }, make('label', {}, 'Show rows that have ', input), count));
  input.addEventListener('input', () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const headings = new Set();
    let shown = 0;
    for (const { row, heading } of rows) {
      const content = `${text(row)} ${heading}`.toLowerCase();
      row.hidden = !words.every(word => content.includes(word));
      if (!row.hidden) { shown++; headings.add(heading); }
    }
    for (const { row, heading, isHeading } of groups) if (isHeading) row.hidden = !headings.has(heading);
    count.textContent = `${words.length > 0 ? `${shown.toLocaleString('en-US')} of ` : ''}${plural(rows.length, 'row')}`;
  });
}

function sort(table, groups, rows) {
  const headers = [...table.tHead?.rows[0]?.cells ?? []];
  if (rows.some(({ row }) => row.cells.length !== headers.length)) return;
  const sorted = make('tbody');
  headers.forEach((header, column) => {
    const isNumber = header.classList.contains('count');
    const button = make('button', { type: 'button' }, ...header.childNodes);
    header.append(button);
    button.addEventListener('click', () => {
      const states = isNumber ? ['descending', 'ascending', null] : ['ascending', 'descending', null];
      const next = states[(states.indexOf(header.getAttribute('aria-sort')) + 1) % states.length];
      headers.forEach(other => other.removeAttribute('aria-sort'));
      if (next) header.setAttribute('aria-sort', next);
      arrange(next === null ? null : order(column, isNumber, next === 'ascending' ? 1 : -1));
    });
  });

  function arrange(compare) {
    for (const { row } of rows) row.querySelector('.of-state')?.remove();
    if (compare === null) {
      for (const { row, body } of groups) body.append(row);
      sorted.remove();
      return;
    }
    // Without its state's heading, a row says which state it belongs to.
    for (const { row, heading } of rows)
      if (heading) row.cells[0].append(make('span', { className: 'of-state quiet', textContent: `, ${heading}` }));
    sorted.append(...rows.toSorted(compare).map(({ row }) => row));
    for (const { row, isHeading } of groups) if (isHeading) row.remove();
    table.append(sorted);
  }
}

// Rows without a number are last in either direction: not known is neither much nor little.
const order = (column, isNumber, direction) => (a, b) => {
  const [left, right] = [a, b].map(({ row }) => key(row.cells[column]));
  if (left === '' || right === '') return (left === '') - (right === '');
  return direction * (isNumber ? number(left) - number(right) : left.localeCompare(right, 'en'));
};
// A week is sorted by its day, whatever its name.
const key = cell => cell.querySelector('a[href^="/weeks/"]')?.getAttribute('href') ?? text(cell);
const number = content => Number(content.replaceAll(',', '').match(/-?\d+(\.\d+)?/)?.[0] ?? 0);

// Trend

function follow(figure) {
  const weeks = figure.dataset.weeks.split(' ');
  const [left, right, top, bottom] = figure.dataset.plot.split(' ').map(Number);
  const days = weeks.map(week => Date.parse(week) / 86400000);
  const span = days.at(-1) - days[0];
  const x = i => span === 0 ? (left + right) / 2 : left + (days[i] - days[0]) / span * (right - left);
  const panels = [...figure.querySelectorAll('svg[data-values]')].map(svg => ({
    svg,
    noun: svg.dataset.noun,
    greatest: Number(svg.dataset.greatest),
    values: svg.dataset.values.split(' ').map(value => value.split('>')),
    line: svg.appendChild(draw('path', 'trend-cursor')),
    dot: svg.appendChild(draw('circle', 'trend-here')),
  }));
  const link = make('a');
  const facts = make('span');
  const slider = make('input', { type: 'range', min: 0, max: weeks.length - 1, ariaLabel: 'Week' });
  figure.querySelector('.trend-panels').after(slider, make('p', { className: 'trend-now' }, link, facts));
  slider.addEventListener('input', () => show(slider.valueAsNumber, true));
  for (const { svg } of panels)
    svg.addEventListener('pointermove', event => {
      const box = svg.getBoundingClientRect();
      const at = (event.clientX - box.left) / box.width * svg.viewBox.baseVal.width;
      show(weeks.reduce((best, _, i) => Math.abs(x(i) - at) < Math.abs(x(best) - at) ? i : best, 0), true);
    });
  show(weeks.length - 1, false);

  // Before the reader chooses a week there is nothing to mark.
  function show(i, isChosen) {
    slider.value = i;
    const day = new Date(weeks[i]).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
    link.textContent = `Week of ${day}`;
    link.href = `/weeks/${weeks[i]}${asOf}`;
    facts.textContent = `: ${panels.map(({ noun, values }) => say(noun, values[i])).join(' · ')}`;
    slider.ariaValueText = link.textContent + facts.textContent;
    for (const { line, dot, values, greatest } of isChosen ? panels : []) {
      const reported = values[i]?.[0] ?? '-';
      line.setAttribute('d', `M${x(i)},${top}V${bottom}`);
      dot.setAttribute('r', reported === '-' ? 0 : 4);
      dot.setAttribute('cx', x(i));
      dot.setAttribute('cy', reported === '-' ? bottom : bottom - reported / greatest * (bottom - top));
    }
  }
}

const say = (noun, [reported = '-', corrected] = []) =>
  `${noun} ${reported === '-' ? 'not known' : readable(reported)}${corrected ? ` (${readable(corrected)} after corrections)` : ''}`;
const readable = digits => Number(digits).toLocaleString('en-US');

const asOf = (moment => moment ? `?asOf=${encodeURIComponent(moment)}` : '')(new URLSearchParams(location.search).get('asOf'));

const draw = (name, className) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  element.setAttribute('class', className);
  return element;
};

// Map

function point(map) {
  const links = [...document.querySelectorAll('table th[scope=row] a')];
  const rows = new Map(links.map(link => [link.getAttribute('href'), link.closest('tr')]));
  const shapes = new Map([...map.querySelectorAll('a')].map(link => [link.getAttribute('href'), link]));
  const now = make('p', { className: 'map-now', ariaHidden: 'true' });
  map.after(now);
  for (const [href, shape] of shapes) {
    const row = rows.get(href);
    const mark = isMarked => () => {
      row?.classList.toggle('marked', isMarked);
      now.textContent = isMarked ? shape.getAttribute('aria-label') : '';
    };
    for (const event of ['pointerenter', 'focus']) shape.addEventListener(event, mark(true));
    for (const event of ['pointerleave', 'blur']) shape.addEventListener(event, mark(false));
    row?.addEventListener('pointerenter', () => shape.classList.add('marked'));
    row?.addEventListener('pointerleave', () => shape.classList.remove('marked'));
  }
}

document.querySelectorAll('table.rows').forEach(enhance);
document.querySelectorAll('[data-trend]').forEach(follow);
document.querySelectorAll('[data-map]').forEach(point);
