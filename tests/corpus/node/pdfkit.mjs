// PDFKit with its own tables, as services written for Node.js print.
import { createWriteStream } from 'node:fs';
import PDFDocument from 'pdfkit';
import { document, fontFiles, out, running, textOf } from './input.mjs';

const { look } = document;
const [regular, bold] = fontFiles(look.font);
const margins = { top: look.margin + 12, bottom: look.margin + 12, left: look.margin, right: look.margin };
const pdf = new PDFDocument({ size: look.paper, margins, bufferPages: true });
pdf.registerFont('regular', regular).registerFont('bold', bold);
pdf.pipe(createWriteStream(out));

const paragraph = (text, { face = 'regular', size = look.size, align = 'left' } = {}) => {
  pdf.font(face).fontSize(size).text(text, look.margin, undefined, { align, width: look.paper[0] - 2 * look.margin });
  pdf.moveDown(0.4);
};

function table(shown) {
  const total = shown.columns.reduce((sum, column) => sum + column.width, 0);
  const usable = look.paper[0] - 2 * look.margin;
  const line = { grid: 0.5, rows: { bottom: 0.5, top: 0, left: 0, right: 0 }, columns: { left: 0.5, top: 0, bottom: 0, right: 0 } }[look.rules] ?? 0;
  const padding = { top: look.padding, bottom: look.padding, left: look.side, right: look.side };
  const align = { x: look.centred ? 'center' : 'left', y: { top: 'top', middle: 'center', bottom: 'bottom' }[look.vertical] };
  const cell = (text, font, more = {}) => ({ text, font: { src: font === 'bold' ? bold : regular, size: look.size }, border: line, padding, align, ...more });
  const heads = shown.headers.map(row => row.map(([text, colSpan]) => cell(text, 'bold', { colSpan, border: look.rules === 'header' ? { bottom: 1, top: 0, left: 0, right: 0 } : line })));
  const rows = shown.rows.map((row, number) => row.filter(one => one).map(one => cell(textOf(one, look.bullet), 'regular', {
    rowSpan: one.span, colSpan: one.across, ...(look.rules === 'zebra' && number % 2 ? { backgroundColor: '#e4e8ee' } : {}),
  })));
  pdf.font('regular').fontSize(look.size);
  pdf.table({ columnStyles: shown.columns.map(column => (usable * column.width) / total), data: [...heads, ...rows] });
  pdf.x = look.margin;
  pdf.moveDown(1);
}

paragraph(document.note, { size: 6 });
for (const title of document.titles) paragraph(title, { face: 'bold', align: 'center', size: look.size + 3 });
paragraph('Summary', { face: 'bold' });
for (const text of document.summary) paragraph(text);
if (document.contents.length) {
  paragraph('This report is comprised of four sections:');
  for (const text of document.contents) paragraph(`• ${text}`);
}
for (const section of document.sections) {
  if (look.page_a_section || pdf.y + look.size * 10 > look.paper[1] - margins.bottom) pdf.addPage();
  paragraph(section.title, { face: 'bold', size: look.size + 2 });
  for (const text of section.before) paragraph(text);
  if (section.table) table(section.table);
  for (const text of section.after) paragraph(text);
}
const { count } = pdf.bufferedPageRange();
for (let page = 0; page < count; page++) {
  pdf.switchToPage(page);
  // Below the margin a text would begin a page of its own.
  pdf.page.margins.bottom = 0;
  pdf.font('regular').fontSize(7);
  for (const [text, y] of [[look.header, look.margin * 0.4], [look.footer, look.paper[1] - look.margin * 0.7]]) {
    const line = running(text, page + 1, count);
    if (line) pdf.text(line, 0, y, { align: 'center', width: look.paper[0], lineBreak: false });
  }
}
pdf.end();
