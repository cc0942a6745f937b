// pdfmake, as web applications print reports that are declared.
import { writeFileSync } from 'node:fs';
import pdfmake from 'pdfmake';
import { document, fontFiles, out, running } from './input.mjs';

const { look } = document;
const [normal, bold] = fontFiles(look.font);
pdfmake.addFonts({ face: { normal, bold, italics: normal, bolditalics: bold } });

const content = cell => (cell.bulleted ? { ul: cell.lines, alignment: 'left' } : { text: cell.lines.join('\n') });

function table(shown) {
  const total = shown.columns.reduce((sum, column) => sum + column.width, 0);
  const usable = look.paper[0] - 2 * look.margin;
  const widths = shown.columns.map(column => (usable * column.width) / total - 2 * look.side - 1);
  const heads = shown.headers.map(row => row.flatMap(([text, colSpan]) => [{ text, colSpan, bold: true }, ...Array(colSpan - 1).fill({})]));
  const body = shown.rows.map(row => row.map(cell => (cell ? { ...content(cell), rowSpan: cell.span, colSpan: cell.across, verticalAlignment: look.vertical } : {})));
  return {
    table: { headerRows: look.repeat_headers ? heads.length : 0, dontBreakRows: !look.break_rows, widths, body: [...heads, ...body] },
    alignment: look.centred ? 'center' : 'left',
    layout: {
      hLineWidth: line => (look.rules === 'grid' || look.rules === 'rows' ? 0.5 : look.rules === 'header' && line === heads.length ? 1 : 0),
      vLineWidth: () => (look.rules === 'grid' || look.rules === 'columns' ? 0.5 : 0),
      fillColor: row => (look.rules === 'zebra' && row >= heads.length && row % 2 ? '#e4e8ee' : null),
      paddingTop: () => look.padding, paddingBottom: () => look.padding, paddingLeft: () => look.side, paddingRight: () => look.side,
    },
    margin: [0, 0, 0, 8],
  };
}

const paragraph = (text, more = {}) => ({ text, margin: [0, 0, 0, 4], ...more });
const line = text => (page, pages) => ({ text: running(text, page, pages), alignment: 'center', fontSize: 7, margin: [0, look.margin * 0.4, 0, 0] });
const definition = {
  pageSize: { width: look.paper[0], height: look.paper[1] }, pageMargins: [look.margin, look.margin + 12, look.margin, look.margin + 12],
  defaultStyle: { font: 'face', fontSize: look.size }, header: line(look.header), footer: line(look.footer),
  content: [
    paragraph(document.note, { fontSize: 6, color: '#777777' }),
    ...document.titles.map(title => paragraph(title, { bold: true, alignment: 'center', fontSize: look.size + 3 })),
    paragraph('Summary', { bold: true }), ...document.summary.map(text => paragraph(text)),
    ...(document.contents.length ? [paragraph('This report is comprised of four sections:'), { ul: document.contents }] : []),
    ...document.sections.flatMap(section => [
      paragraph(section.title, { bold: true, fontSize: look.size + 2, pageBreak: look.page_a_section ? 'before' : undefined }),
      ...section.before.map(text => paragraph(text)), ...(section.table ? [table(section.table)] : []), ...section.after.map(text => paragraph(text)),
    ]),
  ],
};
writeFileSync(out, await pdfmake.createPdf(definition).getBuffer());
