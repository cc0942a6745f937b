// jsPDF with AutoTable, as web pages export what they show.
import { readFileSync, writeFileSync } from 'node:fs';
import { jsPDF } from 'jspdf';
import { autoTable } from 'jspdf-autotable';
import { document, fontFiles, out, running, textOf } from './input.mjs';

const { look } = document;
const [width, height] = look.paper;
const pdf = new jsPDF({ unit: 'pt', format: [Math.min(width, height), Math.max(width, height)], orientation: width > height ? 'landscape' : 'portrait' });
fontFiles(look.font).forEach((file, bold) => {
  const name = file.split('/').at(-1);
  pdf.addFileToVFS(name, readFileSync(file).toString('base64'));
  pdf.addFont(name, 'face', bold ? 'bold' : 'normal');
});
const usable = width - 2 * look.margin;
const top = look.margin + 12;
const bottom = height - look.margin - 12;
let y = top;

function paragraph(text, { bold = false, centre = false, size = look.size } = {}) {
  pdf.setFont('face', bold ? 'bold' : 'normal').setFontSize(size);
  for (const line of pdf.splitTextToSize(text, usable)) {
    if (y + size * 1.2 > bottom) {
      pdf.addPage();
      y = top;
    }
    pdf.text(line, centre ? width / 2 : look.margin, y + size, centre ? { align: 'center' } : undefined);
    y += size * 1.2;
  }
  y += 4;
}

function table(shown) {
  const total = shown.columns.reduce((sum, column) => sum + column.width, 0);
  const line = 0.5;
  const borders = { grid: line, rows: { bottom: line }, columns: { left: line }, none: 0, header: 0, zebra: 0 }[look.rules];
  const styles = {
    font: 'face', fontSize: look.size, textColor: 0, lineColor: 60, lineWidth: borders, fillColor: false, overflow: 'linebreak',
    cellPadding: { top: look.padding, bottom: look.padding, left: look.side, right: look.side }, valign: look.vertical, halign: look.centred ? 'center' : 'left',
  };
  autoTable(pdf, {
    startY: y, margin: { left: look.margin, right: look.margin, top, bottom: look.margin + 12 }, theme: 'plain', styles,
    headStyles: { fontStyle: 'bold', lineWidth: look.rules === 'header' ? { bottom: 1 } : borders },
    alternateRowStyles: look.rules === 'zebra' ? { fillColor: [228, 232, 238] } : {},
    showHead: look.repeat_headers ? 'everyPage' : 'firstPage', rowPageBreak: look.break_rows ? 'auto' : 'avoid',
    columnStyles: Object.fromEntries(shown.columns.map((column, index) => [index, { cellWidth: (usable * column.width) / total }])),
    head: shown.headers.map(row => row.map(([content, colSpan]) => ({ content, colSpan }))),
    body: shown.rows.map(row => row.filter(cell => cell).map(cell => ({ content: textOf(cell, look.bullet), rowSpan: cell.span, colSpan: cell.across }))),
  });
  y = pdf.lastAutoTable.finalY + 8;
}

paragraph(document.note, { size: 6 });
for (const title of document.titles) paragraph(title, { bold: true, centre: true, size: look.size + 3 });
paragraph('Summary', { bold: true });
for (const text of document.summary) paragraph(text);
if (document.contents.length) {
  paragraph('This report is comprised of four sections:');
  for (const text of document.contents) paragraph(`• ${text}`);
}
for (const section of document.sections) {
  if (look.page_a_section || y + look.size * 8 > bottom) {
    pdf.addPage();
    y = top;
  }
  paragraph(section.title, { bold: true, size: look.size + 2 });
  for (const text of section.before) paragraph(text);
  if (section.table) table(section.table);
  for (const text of section.after) paragraph(text);
}
const pages = pdf.getNumberOfPages();
pdf.setFont('face', 'normal').setFontSize(7);
for (let page = 1; page <= pages; page++) {
  pdf.setPage(page);
  pdf.text(running(look.header, page, pages), width / 2, look.margin * 0.6, { align: 'center' });
  pdf.text(running(look.footer, page, pages), width / 2, height - look.margin * 0.5, { align: 'center' });
}
writeFileSync(out, Buffer.from(pdf.output('arraybuffer')));
