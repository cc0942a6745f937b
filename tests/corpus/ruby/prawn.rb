# Prawn with its tables, as applications written in Ruby print.
require 'json'
require 'prawn'
require 'prawn/table'

document = JSON.parse($stdin.read)
look = document['look']
Prawn::Fonts::AFM.hide_m17n_warning = true
face = look['font'] == 'Liberation Serif' ? 'LiberationSerif' : 'LiberationSans'
folder = '/usr/share/fonts/truetype/liberation'
margin = look['margin']

Prawn::Document.generate(ARGV[0], page_size: look['paper'], margin: [margin + 12, margin, margin + 12, margin]) do |pdf|
  pdf.font_families.update('face' => { normal: "#{folder}/#{face}-Regular.ttf", bold: "#{folder}/#{face}-Bold.ttf" })
  pdf.font 'face', size: look['size']
  paragraph = lambda do |text, **style|
    pdf.text text, **style
    pdf.move_down 4
  end
  paragraph.call document['note'], size: 6
  document['titles'].each { |title| paragraph.call title, style: :bold, align: :center, size: look['size'] + 3 }
  paragraph.call 'Summary', style: :bold
  document['summary'].each { |text| paragraph.call text }
  unless document['contents'].empty?
    paragraph.call 'This report is comprised of four sections:'
    document['contents'].each { |text| paragraph.call "• #{text}" }
  end
  document['sections'].each do |section|
    pdf.start_new_page if look['page_a_section'] || pdf.cursor < look['size'] * 10
    paragraph.call section['title'], style: :bold, size: look['size'] + 2
    section['before'].each { |text| paragraph.call text }
    if (table = section['table'])
      headers = table['headers'].map { |row| row.map { |text, across| { content: text, colspan: across, font_style: :bold } } }
      rows = table['rows'].map do |row|
        row.compact.map do |cell|
          { content: cell['lines'].map { |line| cell['bulleted'] ? "#{look['bullet'] == '▪' ? '•' : look['bullet']} #{line}" : line }.join("\n"),
            rowspan: cell['span'], colspan: cell['across'] }
        end
      end
      total = table['columns'].sum { |column| column['width'] }
      borders = { 'grid' => %i[top bottom left right], 'rows' => [:bottom], 'columns' => [:left] }.fetch(look['rules'], [])
      pdf.table headers + rows, header: look['repeat_headers'] ? headers.size : false,
                                column_widths: table['columns'].map { |column| (pdf.bounds.width * column['width'] / total).floor(3) },
                                row_colors: look['rules'] == 'zebra' ? %w[FFFFFF E4E8EE] : nil,
                                cell_style: { borders: borders, border_width: 0.5, padding: [look['padding'], look['side']],
                                              valign: { 'top' => :top, 'middle' => :center, 'bottom' => :bottom }[look['vertical']],
                                              align: look['centred'] ? :center : :left } do
        row(headers.size - 1).borders = [:bottom] if look['rules'] == 'header'
      end
      pdf.move_down 8
    end
    section['after'].each { |text| paragraph.call text }
  end
  running = { look['header'] => pdf.bounds.top + margin * 0.5, look['footer'] => -margin * 0.3 }
  pdf.page_count.times do |page|
    pdf.go_to_page page + 1
    running.each do |text, height|
      next if text.nil? || text == 'browser'
      line = text.sub('##', pdf.page_count.to_s).sub('#', (page + 1).to_s)
      pdf.draw_text line, at: [(pdf.bounds.width - pdf.width_of(line, size: 7)) / 2, height], size: 7
    end
  end
end
