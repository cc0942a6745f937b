// What print.py hands over: the document on standard input, and where to write as the argument.
import { readFileSync } from 'node:fs';

export const document = JSON.parse(readFileSync(0, 'utf8'));
export const out = process.argv[2];

const faces = {
  'Liberation Sans': '/usr/share/fonts/truetype/liberation/LiberationSans-',
  'Liberation Serif': '/usr/share/fonts/truetype/liberation/LiberationSerif-',
  'DejaVu Sans': '/usr/share/fonts/truetype/dejavu/DejaVuSans',
};

/** The files of the font that is asked for: regular and bold. */
export function fontFiles(font) {
  const face = faces[font] ?? faces['Liberation Sans'];
  return face.includes('DejaVu') ? [`${face}.ttf`, `${face}-Bold.ttf`] : [`${face}Regular.ttf`, `${face}Bold.ttf`];
}

/** A cell's text, its items behind a bullet. */
export const textOf = (cell, bullet) => cell.lines.map(line => (cell.bulleted ? `${bullet} ${line}` : line)).join('\n');

/** A running line with its numbers: # is the page's number, ## the number of pages. */
export const running = (text, page, pages) => (!text || text === 'browser' ? '' : text.replace('##', pages ?? '').replace('#', page));
