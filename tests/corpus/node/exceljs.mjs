// ExcelJS, as services written for Node.js export workbooks.
import Excel from 'exceljs';
import { document as sheets, out } from './input.mjs';

const book = new Excel.Workbook();
for (const sheet of sheets) {
  const page = book.addWorksheet(sheet.name);
  sheet.rows.forEach((row, number) => row.forEach((cell, column) => {
    if (!cell) return;
    const written = page.getCell(number + 1, column + 1);
    written.value = cell.text ?? cell.number ?? new Date(`${cell.date}T00:00:00Z`);
    if (cell.date) written.numFmt = 'd-mmm-yy';
    if (cell.text?.includes('\n')) written.alignment = { wrapText: true };
  }));
  for (const [top, left, bottom, right] of sheet.merges) page.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
  for (const column of sheet.hidden_columns) page.getColumn(column + 1).hidden = true;
  for (const row of sheet.hidden_rows) page.getRow(row + 1).hidden = true;
}
await book.xlsx.writeFile(out);
