// SheetJS, as web pages export workbooks.
import { writeFileSync } from 'node:fs';
import * as library from 'xlsx';
import { document as sheets, out } from './input.mjs';

const { utils, write } = library.default ?? library;
const epoch = Date.UTC(1899, 11, 30);
const day = 24 * 60 * 60 * 1000;
const cellOf = cell => {
  if (cell.date) return { t: 'n', v: (Date.parse(cell.date) - epoch) / day, z: 'yyyy-mm-dd' };
  return cell.text === undefined ? { t: 'n', v: cell.number } : { t: 's', v: cell.text };
};
const book = utils.book_new();
for (const sheet of sheets) {
  const page = {};
  sheet.rows.forEach((row, r) => row.forEach((cell, c) => {
    if (cell) page[utils.encode_cell({ r, c })] = cellOf(cell);
  }));
  const widest = Math.max(...sheet.rows.map(row => row.length));
  page['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: sheet.rows.length - 1, c: widest - 1 } });
  page['!merges'] = sheet.merges.map(([top, left, bottom, right]) => ({ s: { r: top, c: left }, e: { r: bottom, c: right } }));
  page['!cols'] = Array.from({ length: widest }, (_, column) => (sheet.hidden_columns.includes(column) ? { hidden: true } : {}));
  page['!rows'] = Array.from({ length: sheet.rows.length }, (_, row) => (sheet.hidden_rows.includes(row) ? { hidden: true } : {}));
  utils.book_append_sheet(book, page, sheet.name);
}
writeFileSync(out, write(book, { type: 'buffer', bookType: 'xlsx' }));
