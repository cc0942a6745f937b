<?php
// TCPDF from HTML, as web sites written in PHP print.
require '/usr/share/php/tcpdf/tcpdf.php';

$document = json_decode(stream_get_contents(STDIN), true);
$look = $document['look'];

class Report extends TCPDF
{
    public array $look;

    /** Whether the library leaves its mark on the last page, which it writes unseen. */
    public function mark(bool $mark): void
    {
        $this->tcpdflink = $mark;
    }

    public function Header(): void
    {
        $this->running($this->look['header'], $this->look['margin'] * 0.4);
    }

    public function Footer(): void
    {
        $this->running($this->look['footer'], $this->getPageHeight() - $this->look['margin'] * 0.8);
    }

    private function running(?string $text, float $y): void
    {
        if ($text === null || $text === 'browser') {
            return;
        }
        $this->SetFont($this->FontFamily, '', 7);
        $this->SetXY(0, $y);
        $text = str_replace(['##', '#'], [$this->getNumPages(), $this->getPage()], $text);
        $this->Cell($this->getPageWidth(), 0, $text, 0, 0, 'C');
    }
}

[$width, $height] = $look['paper'];
$pdf = new Report($width > $height ? 'L' : 'P', 'pt', [min($width, $height), max($width, $height)]);
$pdf->look = $look;
$pdf->mark(in_array('producer-mark', $document['effects'], true));
$font = str_contains($look['font'], 'Serif') ? 'dejavuserif' : (str_contains($look['font'], 'DejaVu') ? 'dejavusans' : 'helvetica');
if (!is_file(K_PATH_FONTS . $font . '.php')) {
    $font = 'helvetica';
}
$pdf->SetFont($font, '', $look['size']);
$pdf->SetMargins($look['margin'], $look['margin'] + 12, $look['margin']);
$pdf->SetAutoPageBreak(true, $look['margin'] + 14);
$pdf->AddPage();

$text = fn (string $raw): string => nl2br(htmlspecialchars($font === 'helvetica' ? str_replace('▪', '•', $raw) : $raw), false);
$paragraph = function (string $raw, string $style = '') use ($pdf, $text): void {
    $pdf->writeHTML("<p style=\"$style\">" . $text($raw) . '</p>', true, false, false, false);
};
$paragraph($document['note'], 'font-size:6pt');
foreach ($document['titles'] as $title) {
    $paragraph($title, 'font-weight:bold;text-align:center');
}
$paragraph('Summary', 'font-weight:bold');
array_map($paragraph, $document['summary']);
if ($document['contents']) {
    $paragraph('This report is comprised of four sections:');
    foreach ($document['contents'] as $content) {
        $paragraph('• ' . $content);
    }
}
foreach ($document['sections'] as $section) {
    if ($look['page_a_section'] || $pdf->GetY() + $look['size'] * 10 > $height - $look['margin']) {
        $pdf->AddPage();
    }
    $paragraph($section['title'], 'font-weight:bold');
    array_map($paragraph, $section['before']);
    if ($section['table']) {
        $pdf->writeHTML(table($section['table'], $look, $width - 2 * $look['margin'], $text), true, false, false, false);
    }
    array_map($paragraph, $section['after']);
}
$pdf->Output($argv[1], 'F');

function table(array $table, array $look, float $usable, callable $text): string
{
    $total = array_sum(array_column($table['columns'], 'width'));
    $widths = array_map(fn (array $column): float => round($usable * $column['width'] / $total, 2), $table['columns']);
    $border = ['grid' => 'border:0.5px solid black', 'rows' => 'border-bottom:0.5px solid black', 'columns' => 'border-left:0.5px solid black'][$look['rules']] ?? '';
    $align = $look['centred'] ? 'center' : 'left';
    $cell = function (string $inner, int $column, int $across, int $span, string $more = '', string $where = '') use ($widths, $border, $align): string {
        $width = array_sum(array_slice($widths, $column, $across));
        $spans = ($across > 1 ? " colspan=\"$across\"" : '') . ($span > 1 ? " rowspan=\"$span\"" : '');
        return "<td width=\"$width\"$spans style=\"$border;$more\" align=\"" . ($where ?: $align) . "\">$inner</td>";
    };
    $head = '';
    foreach ($table['headers'] as $row) {
        $column = 0;
        $head .= '<tr nobr="true">';
        foreach ($row as [$label, $across]) {
            $head .= $cell($text($label), $column, $across, 1, 'font-weight:bold' . ($look['rules'] === 'header' ? ';border-bottom:1px solid black' : ''));
            $column += $across;
        }
        $head .= '</tr>';
    }
    $body = '';
    foreach ($table['rows'] as $number => $row) {
        $shade = $look['rules'] === 'zebra' && $number % 2 ? ' bgcolor="#e4e8ee"' : '';
        $body .= '<tr' . $shade . ($look['break_rows'] ? '' : ' nobr="true"') . '>';
        foreach ($row as $column => $one) {
            if ($one === null) {
                continue;
            }
            $lines = array_map(fn (string $line): string => $text($one['bulleted'] ? $look['bullet'] . ' ' . $line : $line), $one['lines']);
            $body .= $cell(implode('<br>', $lines), $column, $one['across'], $one['span'], '', $one['bulleted'] ? 'left' : '');
        }
        $body .= '</tr>';
    }
    $head = $look['repeat_headers'] ? "<thead>$head</thead><tbody>" : "<tbody>$head";
    return "<table cellpadding=\"{$look['side']}\" cellspacing=\"0\">$head$body</tbody></table>";
}
